package org.trellisrec.recommenders.branch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.trellisrec.config.Params;
import org.trellisrec.data.Modality;
import org.trellisrec.recommenders.factorization.WeightedAls;
import org.trellisrec.recommenders.twin.Lists;
import org.trellisrec.recommenders.twin.Twin;
import org.trellisrec.recommenders.twin.TwinContract;
import org.trellisrec.recommenders.twin.Vectors;
import org.trellisrec.recommenders.twin.Weights;
import org.trellisrec.tensorflow.batch.Batch;
import org.trellisrec.tensorflow.training.NetworkRecommender;

/** DropoutNet against plain Java, as published and as programmed. */
class DropoutNetTwinTest {
  private static final List<String> USERS = List.of("interactions", "group", "age");
  private static final List<String> ITEMS = List.of("genres", "interactions");
  private static final List<String> CONTENT = List.of("genres", "text");
  private static final double DROPOUT = 0.4;
  private static final double TRANSFORM = 0.3;

  private abstract static class OfFidelity extends TwinContract {
    abstract Map<String, Object> own();

    @Override
    protected NetworkRecommender recommender() {
      Map<String, Object> params = new HashMap<>();
      params.put("epochs", 10);
      params.put("user_modalities", USERS);
      params.put("item_modalities", ITEMS);
      params.put("embedding_size", 3);
      params.put("hidden_layers", List.of(5));
      params.put("preference_size", 4);
      params.put("labels_size", 2);
      params.put("category_size", 2);
      params.put("dropout", DROPOUT);
      params.put("weight_decay", 0.01);
      params.putAll(own());
      return new DropoutNet(Params.of(DropoutNet.Params.class, params));
    }

    @Override
    protected boolean usesModalities() {
      return true;
    }

    @Override
    protected boolean scoresColdUsers() {
      return true;
    }

    @Override
    protected boolean scoresColdItems() {
      return true;
    }
  }

  @Nested
  class AsProgrammed extends OfFidelity {
    // BPR has no gradient for the last bias of the items; Adam would divide rounding by itself.
    @Override
    Map<String, Object> own() {
      return Map.of(
          "fidelity",
          "reference_code",
          "optimizer",
          "sgd",
          "learning_rate",
          0.3,
          "negatives",
          2,
          "vector_size",
          3);
    }

    @Override
    protected Twin twin() {
      return new EndToEnd(
          new TwinInputs(data(), "users", true), new TwinInputs(data(), "items", true), ITEMS);
    }
  }

  /** No preference of items to be dropped. */
  @Nested
  class AsProgrammedOnContentOfItems extends AsProgrammed {
    @Override
    Map<String, Object> own() {
      Map<String, Object> params = new HashMap<>(super.own());
      params.put("item_modalities", CONTENT);
      return params;
    }

    @Override
    protected Twin twin() {
      return new EndToEnd(
          new TwinInputs(data(), "users", true), new TwinInputs(data(), "items", true), CONTENT);
    }
  }

  @Nested
  class AsPublished extends OfFidelity {
    @Override
    Map<String, Object> own() {
      return Map.of("learning_rate", 0.02, "transform", TRANSFORM, "factor_regularization", 0.5);
    }

    @Override
    protected Twin twin() {
      return new Reconstructing(
          new TwinInputs(data(), "users", true), new TwinInputs(data(), "items", true));
    }
  }

  /** The paper, on the same factors. */
  private static final class Reconstructing implements Twin {
    private final TwinInputs users;
    private final TwinInputs items;
    private final WeightedAls.Vectors factors;

    Reconstructing(TwinInputs users, TwinInputs items) {
      this.users = users;
      this.items = items;
      WeightedAls.Params params =
          Params.of(WeightedAls.Params.class, Map.of("factor_regularization", 0.5));
      this.factors = WeightedAls.fit(users.data(), params, 4, 1);
    }

    private static double[] doubles(float[] x) {
      return IntStream.range(0, x.length).mapToDouble(k -> x[k]).toArray();
    }

    /**
     * @param form 0 for the factors, 1 for the mean of the others, -1 for zeros
     */
    private double[] encoded(Weights weights, TwinInputs inputs, int entity, int form) {
      boolean user = inputs.side().equals("users");
      List<double[]> parts = new ArrayList<>();
      for (String name : user ? List.of("group", "age") : List.of("genres")) {
        parts.add(
            name.equals("age")
                ? doubles(
                    ((Modality.Dense) users.data().side().users().get("age")).vectors()[entity])
                : inputs.projected(weights, name, entity, inputs.has(name, entity)));
      }
      double[] preference = new double[4];
      if (form == 0) {
        preference = doubles((user ? factors.users() : factors.items())[entity]);
      } else if (form == 1) {
        int[] others = inputs.profiles().columnsOf(entity);
        for (int other : others) {
          float[] vector = (user ? factors.items() : factors.users())[other];
          preference = Vectors.plus(preference, 1.0 / others.length, doubles(vector));
        }
      }
      parts.add(preference);
      double[] x = parts.stream().flatMapToDouble(Arrays::stream).toArray();
      for (int n = 0; n < 2; n++) {
        String layer = "branch/" + inputs.side() + "/" + n;
        x = Vectors.dense(x, weights.table(layer + "/weights"), weights.vector(layer + "/bias"));
        x = n == 0 ? Vectors.map(x, Math::tanh) : x;
      }
      return x;
    }

    @Override
    public double loss(Weights weights, Batch batch, int step) {
      PreferenceDraw draw = PreferenceDraw.perPair(DROPOUT, TRANSFORM);
      int[] ofUsers = draw.of(Side.USERS, batch);
      int[] ofItems = draw.of(Side.ITEMS, batch);
      double sum = 0;
      for (int pair = 0; pair < batch.lists(); pair++) {
        int user = Lists.user(batch, pair);
        int item = Lists.item(batch, pair, 0);
        double target = Vectors.dot(doubles(factors.users()[user]), doubles(factors.items()[item]));
        double found =
            Vectors.dot(
                encoded(weights, users, user, ofUsers[pair]),
                encoded(weights, items, item, ofItems[pair]));
        sum += (found - target) * (found - target);
      }
      return sum / batch.lists();
    }

    @Override
    public double[][] scores(Weights weights) {
      return Vectors.dots(all(weights, users), all(weights, items));
    }

    private double[][] all(Weights weights, TwinInputs inputs) {
      return IntStream.range(0, inputs.profiles().rows())
          .mapToObj(e -> encoded(weights, inputs, e, inputs.profiles().count(e) > 0 ? 0 : -1))
          .toArray(double[][]::new);
    }
  }

  /** The program. */
  private record EndToEnd(TwinInputs users, TwinInputs items, List<String> ofItems)
      implements Twin {
    @Override
    public double loss(Weights weights, Batch batch, int step) {
      return TwinInputs.bpr(
          batch,
          slots(weights, batch, users, USERS, Side.USERS),
          slots(weights, batch, items, ofItems, Side.ITEMS));
    }

    private static double[][] slots(
        Weights weights, Batch batch, TwinInputs inputs, List<String> modalities, Side side) {
      int[] drawn = PreferenceDraw.perList(DROPOUT).of(side, batch);
      int[] slots = inputs.slots(batch);
      return IntStream.range(0, slots.length)
          .mapToObj(s -> encoded(weights, inputs, modalities, slots[s], drawn[s] == 0))
          .toArray(double[][]::new);
    }

    @Override
    public double[][] scores(Weights weights) {
      return Vectors.dots(all(weights, users, USERS), all(weights, items, ofItems));
    }

    private static double[][] all(Weights weights, TwinInputs inputs, List<String> modalities) {
      return IntStream.range(0, inputs.profiles().rows())
          .mapToObj(entity -> encoded(weights, inputs, modalities, entity, true))
          .toArray(double[][]::new);
    }

    /** Contents first, then the preference. */
    private static double[] encoded(
        Weights weights,
        TwinInputs inputs,
        List<String> modalities,
        int entity,
        boolean preference) {
      List<String> order = new ArrayList<>(modalities);
      if (order.remove("interactions")) {
        order.add("interactions");
      }
      double[] x =
          order.stream()
              .flatMap(
                  name -> {
                    boolean given =
                        inputs.has(name, entity) && (preference || !name.equals("interactions"));
                    return Stream.of(inputs.projected(weights, name, entity, given));
                  })
              .flatMapToDouble(Arrays::stream)
              .toArray();
      for (int n = 0; n < 2; n++) {
        String layer = "branch/" + inputs.side() + "/" + n;
        x = Vectors.dense(x, weights.table(layer + "/weights"), weights.vector(layer + "/bias"));
        x = Vectors.map(x, Vectors::relu);
      }
      return x;
    }
  }
}
