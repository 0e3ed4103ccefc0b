package org.trellisrec.recommenders.branch;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.trellisrec.config.Params;
import org.trellisrec.recommenders.branch.ModalityBuilder.Sharing;
import org.trellisrec.recommenders.twin.Twin;
import org.trellisrec.recommenders.twin.TwinContract;
import org.trellisrec.tensorflow.training.NetworkRecommender;

/** SiBraR, MuBraR and UniBraR in their three variants against plain Java. */
class BranchedTwinTest {
  private static final double ALPHA = 0.2;
  private static final double TAU = 0.5;
  private static final List<String> ITEMS = List.of("interactions", "genres", "text");
  private static final List<String> PROFILE = List.of("interactions");
  private static final List<String> USERS = List.of("interactions", "group", "age");

  private abstract static class OfVariant extends TwinContract {
    private Twin twin;

    abstract String variant();

    abstract BranchedTwin.Variant expected();

    List<String> users() {
      return PROFILE;
    }

    List<String> items() {
      return ITEMS;
    }

    Map<String, Object> more() {
      return Map.of();
    }

    @Override
    protected NetworkRecommender recommender() {
      return new SiBraR(Params.of(SiBraR.Params.class, params()));
    }

    final Map<String, Object> params() {
      Map<String, Object> params = new HashMap<>();
      params.put("epochs", 10);
      params.put("variant", variant());
      params.put("user_modalities", users());
      params.put("item_modalities", items());
      params.put("embedding_size", 3);
      params.put("projection_size", 5);
      params.put("hidden_layers", List.of(4));
      if (variant().equals("sc")) {
        params.put("contrast_weight", ALPHA);
        params.put("contrast_temperature", TAU);
      }
      params.put("negatives", 2);
      // BPR has no gradient for the last shift of the items, nor a batch norm for the bias before
      // it; Adam would divide rounding by itself.
      params.put("optimizer", "sgd");
      params.put("learning_rate", 0.05);
      params.put("weight_decay", 0.01);
      params.putAll(more());
      return params;
    }

    /** The same at every call: it keeps the running means of the batch norms. */
    @Override
    protected Twin twin() {
      if (twin == null) {
        twin =
            new BranchedTwin(
                new TwinInputs(data(), "users", true),
                users(),
                new TwinInputs(data(), "items", true),
                items(),
                expected());
      }
      return twin;
    }

    @Override
    protected boolean usesModalities() {
      return true;
    }

    @Override
    protected boolean scoresColdItems() {
      return true;
    }
  }

  @Nested
  class Plain extends OfVariant {
    @Override
    String variant() {
      return "plain";
    }

    @Override
    BranchedTwin.Variant expected() {
      return new BranchedTwin.Variant(Sharing.SIDE, 0, 0, TAU);
    }
  }

  @Nested
  class Sampled extends OfVariant {
    @Override
    String variant() {
      return "s";
    }

    @Override
    BranchedTwin.Variant expected() {
      return new BranchedTwin.Variant(Sharing.SIDE, 1, 0, TAU);
    }
  }

  @Nested
  class Contrasted extends OfVariant {
    @Override
    String variant() {
      return "sc";
    }

    @Override
    List<String> users() {
      return USERS;
    }

    @Override
    BranchedTwin.Variant expected() {
      return new BranchedTwin.Variant(Sharing.SIDE, 2, ALPHA, TAU);
    }

    @Override
    protected boolean scoresColdUsers() {
      return true;
    }
  }

  /** The second item has no genres, so that its slots have nothing to contrast. */
  @Nested
  class ContrastedWhereThereAreTwo extends OfVariant {
    @Override
    String variant() {
      return "sc";
    }

    @Override
    List<String> items() {
      return List.of("interactions", "genres");
    }

    @Override
    BranchedTwin.Variant expected() {
      return new BranchedTwin.Variant(Sharing.SIDE, 2, ALPHA, TAU);
    }
  }

  @Nested
  class ContrastedByCosinesInTheBatch extends OfVariant {
    @Override
    String variant() {
      return "sc";
    }

    @Override
    List<String> items() {
      return List.of("interactions", "genres");
    }

    @Override
    Map<String, Object> more() {
      return Map.of("contrast_scope", "batch", "contrast_cosine", true);
    }

    @Override
    BranchedTwin.Variant expected() {
      return new BranchedTwin.Variant(Sharing.SIDE, 2, ALPHA, TAU, true, true);
    }
  }

  private abstract static class OfManyBranches extends OfVariant {
    @Override
    protected NetworkRecommender recommender() {
      return new MuBraR(Params.of(MuBraR.Params.class, params()));
    }
  }

  @Nested
  class ManyBranchesPlain extends OfManyBranches {
    @Override
    String variant() {
      return "plain";
    }

    @Override
    BranchedTwin.Variant expected() {
      return new BranchedTwin.Variant(Sharing.NOTHING, 0, 0, TAU);
    }
  }

  @Nested
  class ManyBranchesSampled extends OfManyBranches {
    @Override
    String variant() {
      return "s";
    }

    @Override
    BranchedTwin.Variant expected() {
      return new BranchedTwin.Variant(Sharing.NOTHING, 1, 0, TAU);
    }
  }

  @Nested
  class ManyBranches extends OfManyBranches {
    @Override
    String variant() {
      return "sc";
    }

    @Override
    BranchedTwin.Variant expected() {
      return new BranchedTwin.Variant(Sharing.NOTHING, 2, ALPHA, TAU);
    }
  }

  private abstract static class OfOneBranchForAll extends OfVariant {
    @Override
    protected NetworkRecommender recommender() {
      return new UniBraR(Params.of(UniBraR.Params.class, params()));
    }
  }

  /** Users pass the branch by their interactions alone. */
  @Nested
  class OneBranchForAllPlain extends OfOneBranchForAll {
    @Override
    String variant() {
      return "plain";
    }

    @Override
    BranchedTwin.Variant expected() {
      return new BranchedTwin.Variant(Sharing.EVERYTHING, 0, 0, TAU);
    }
  }

  @Nested
  class OneBranchForAll extends OfOneBranchForAll {
    @Override
    String variant() {
      return "sc";
    }

    @Override
    List<String> users() {
      return USERS;
    }

    @Override
    BranchedTwin.Variant expected() {
      return new BranchedTwin.Variant(Sharing.EVERYTHING, 2, ALPHA, TAU);
    }

    @Override
    protected boolean scoresColdUsers() {
      return true;
    }
  }
}
