package org.trellisrec.recommenders.branch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.trellisrec.config.Params;
import org.trellisrec.recommenders.twin.Twin;
import org.trellisrec.recommenders.twin.TwinContract;
import org.trellisrec.recommenders.twin.Vectors;
import org.trellisrec.recommenders.twin.Weights;
import org.trellisrec.tensorflow.batch.Batch;
import org.trellisrec.tensorflow.training.NetworkRecommender;

/** DropoutNet against plain Java. */
class DropoutNetTwinTest extends TwinContract {
  private static final List<String> USERS = List.of("interactions", "group", "age");
  private static final List<String> ITEMS = List.of("genres", "interactions");
  private static final double DROPOUT = 0.4;

  @Override
  protected NetworkRecommender recommender() {
    Map<String, Object> params = new HashMap<>();
    params.put("epochs", 10);
    params.put("user_modalities", USERS);
    params.put("item_modalities", ITEMS);
    params.put("embedding_size", 3);
    params.put("hidden_layers", List.of(5));
    params.put("preference_size", 4);
    params.put("vector_size", 3);
    params.put("labels_size", 2);
    params.put("category_size", 2);
    params.put("dropout", DROPOUT);
    params.put("negatives", 2);
    // BPR has no gradient for the last bias of the items; Adam would divide rounding by itself.
    params.put("optimizer", "sgd");
    params.put("learning_rate", 0.3);
    params.put("weight_decay", 0.01);
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

  @Override
  protected Twin twin() {
    return new EndToEnd(
        new TwinInputs(data(), "users", true), new TwinInputs(data(), "items", true));
  }

  private record EndToEnd(TwinInputs users, TwinInputs items) implements Twin {
    @Override
    public double loss(Weights weights, Batch batch, int step) {
      return TwinInputs.bpr(
          batch,
          slots(weights, batch, users, USERS, Side.USERS),
          slots(weights, batch, items, ITEMS, Side.ITEMS));
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
      return Vectors.dots(all(weights, users, USERS), all(weights, items, ITEMS));
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
      order.remove("interactions");
      order.add("interactions");
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
