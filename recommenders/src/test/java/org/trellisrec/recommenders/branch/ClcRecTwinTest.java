package org.trellisrec.recommenders.branch;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.trellisrec.config.Params;
import org.trellisrec.data.TrainingData;
import org.trellisrec.recommenders.twin.Draws;
import org.trellisrec.recommenders.twin.Lists;
import org.trellisrec.recommenders.twin.Twin;
import org.trellisrec.recommenders.twin.TwinContract;
import org.trellisrec.recommenders.twin.Vectors;
import org.trellisrec.recommenders.twin.Weights;
import org.trellisrec.tensorflow.batch.Batch;
import org.trellisrec.tensorflow.training.NetworkRecommender;

/** CLCRec against plain Java, as published and as programmed, for items and for users. */
class ClcRecTwinTest {
  private static final double TEMPERATURE = 0.6;
  private static final double REPLACEMENT = 0.3;
  private static final double LAMBDA = 0.4;

  /** For items. */
  private abstract static class OfItems extends TwinContract {
    abstract Map<String, Object> own();

    @Override
    protected NetworkRecommender recommender() {
      Map<String, Object> params = new HashMap<>();
      params.put("epochs", 10);
      params.put("embedding_size", 3);
      params.put("negatives", 2);
      params.put("temperature", TEMPERATURE);
      params.put("learning_rate", 0.02);
      params.put("weight_decay", 0.01);
      params.putAll(own());
      if (!params.containsKey("fidelity")) {
        params.put("hidden_layers", List.of(4));
        params.put("replacement", REPLACEMENT);
        params.put("lambda", LAMBDA);
      } else if (params.containsValue("users")) {
        params.remove("temperature");
      }
      return new ClcRec(Params.of(ClcRec.Params.class, params));
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

  /** For users. */
  private abstract static class OfUsers extends OfItems {
    @Override
    protected boolean scoresColdUsers() {
      return true;
    }

    @Override
    protected boolean scoresColdItems() {
      return false;
    }
  }

  @Nested
  class ItemsAsProgrammed extends OfItems {
    @Override
    Map<String, Object> own() {
      return Map.of("fidelity", "reference_code", "modalities", List.of("text"));
    }

    @Override
    protected Twin twin() {
      return new Programmed(new TwinInputs(data(), "items", true), "text");
    }
  }

  @Nested
  class UsersAsProgrammed extends OfUsers {
    @Override
    Map<String, Object> own() {
      return Map.of("fidelity", "reference_code", "side", "users", "modalities", List.of("group"));
    }

    @Override
    protected Twin twin() {
      return new Programmed(new TwinInputs(data(), "users", true), "group");
    }
  }

  @Nested
  class ItemsAsPublished extends OfItems {
    @Override
    Map<String, Object> own() {
      return Map.of();
    }

    @Override
    protected Twin twin() {
      return new Published(new TwinInputs(data(), "items", false), List.of("genres", "text"));
    }
  }

  /** All of them have an age, so that nothing stands in. */
  @Nested
  class UsersAsPublished extends OfUsers {
    @Override
    Map<String, Object> own() {
      return Map.of("side", "users", "modalities", List.of("age"));
    }

    @Override
    protected Twin twin() {
      return new Published(new TwinInputs(data(), "users", false), List.of("age"));
    }
  }

  private static double[][] rows(double[][] table, int[] indices) {
    return IntStream.of(indices).mapToObj(i -> table[i]).toArray(double[][]::new);
  }

  /** IFMF and UFMF. */
  private record Programmed(TwinInputs inputs, String modality) implements Twin {
    /** Vectors of the side with content, or what stands in for it. */
    private double[][] contents(Weights weights) {
      double[][] vectors = weights.table("embeddings/" + inputs.side());
      return IntStream.range(0, vectors.length)
          .mapToObj(
              e ->
                  inputs.has(modality, e)
                      ? inputs.projected(weights, modality, e, true)
                      : vectors[e])
          .toArray(double[][]::new);
    }

    @Override
    public double[][] scores(Weights weights) {
      Map<String, double[][]> vectors = new HashMap<>();
      for (String side : List.of("users", "items")) {
        vectors.put(side, weights.table("embeddings/" + side));
      }
      double[][] contents = contents(weights);
      double[][] means =
          IntStream.range(0, contents.length)
              .mapToObj(
                  e ->
                      Vectors.times(
                          0.5, Vectors.plus(vectors.get(inputs.side())[e], 1, contents[e])))
              .toArray(double[][]::new);
      vectors.put(inputs.side(), means);
      double[][] scores = Vectors.dots(vectors.get("users"), vectors.get("items"));
      double[][] biases = weights.table("biases/items");
      for (double[] row : scores) {
        for (int item = 0; item < row.length; item++) {
          row[item] += biases[item][0];
        }
      }
      return scores;
    }

    @Override
    public double loss(Weights weights, Batch batch, int step) {
      double loss = Lists.bpr(batch, scores(weights));
      if (inputs.side().equals("users")) {
        return loss;
      }
      int[] slots = inputs.slots(batch);
      double[][] vectors = rows(weights.table("embeddings/items"), slots);
      double[][] contents = rows(contents(weights), slots);
      return loss + TwinInputs.infoNce(vectors, contents, batch.length(), TEMPERATURE);
    }
  }

  /** The paper. */
  private record Published(TwinInputs inputs, List<String> modalities) implements Twin {
    private boolean ofItems() {
      return inputs.side().equals("items");
    }

    private double[][] contents(Weights weights) {
      double[][] vectors = weights.table("embeddings/" + inputs.side());
      double[][] contents = new double[vectors.length][];
      String output = "content/" + inputs.side() + "/0";
      for (int e = 0; e < contents.length; e++) {
        double[] sum = new double[4];
        for (String modality : modalities) {
          boolean has = inputs.has(modality, e);
          sum = Vectors.plus(sum, 1, inputs.projected(weights, modality, e, has));
        }
        double[] active = Vectors.map(sum, x -> x > 0 ? x : 0.01 * x);
        contents[e] =
            inputs.available(modalities, e).length == 0
                ? vectors[e]
                : Vectors.dense(
                    active, weights.table(output + "/weights"), weights.vector(output + "/bias"));
      }
      return contents;
    }

    @Override
    public double loss(Weights weights, Batch batch, int step) {
      double[][] contents = contents(weights);
      double[][] users = slots(weights, batch, "users", contents);
      double[][] items = slots(weights, batch, "items", contents);
      double sum = 0;
      for (int list = 0; list < batch.lists(); list++) {
        double[] scores = new double[batch.length()];
        for (int n = 0; n < scores.length; n++) {
          scores[n] = Vectors.dot(users[list], items[list * batch.length() + n]) / TEMPERATURE;
        }
        sum += Vectors.logSum(scores) - scores[0];
      }
      double contrast =
          ofItems() ? ofLists(weights, batch, contents) : ofBatch(weights, batch, contents);
      return (1 - LAMBDA) * sum / batch.lists() + LAMBDA * contrast;
    }

    private double[][] slots(Weights weights, Batch batch, String side, double[][] contents) {
      TrainingData data = inputs.data();
      double[][] vectors =
          rows(weights.table("embeddings/" + side), new TwinInputs(data, side, false).slots(batch));
      if (side.equals(inputs.side())) {
        double[] draws = Draws.uniform(batch.seed(), 0, vectors.length, 1);
        int[] slots = inputs.slots(batch);
        for (int slot = 0; slot < slots.length; slot++) {
          vectors[slot] = draws[slot] < REPLACEMENT ? contents[slots[slot]] : vectors[slot];
        }
      }
      return vectors;
    }

    private double ofLists(Weights weights, Batch batch, double[][] contents) {
      int[] slots = inputs.slots(batch);
      double sum = 0;
      for (int first = 0; first < slots.length; first += batch.length()) {
        double[] anchor = weights.table("embeddings/items")[slots[first]];
        int[] list = Arrays.copyOfRange(slots, first, first + batch.length());
        sum += surprise(anchor, rows(contents, list), 0);
      }
      return sum / batch.lists();
    }

    private double ofBatch(Weights weights, Batch batch, double[][] contents) {
      double[][] candidates = rows(contents, batch.users());
      double sum = 0;
      for (int n = 0; n < candidates.length; n++) {
        sum += surprise(weights.table("embeddings/users")[batch.users()[n]], candidates, n);
      }
      return sum / candidates.length;
    }

    private static double surprise(double[] anchor, double[][] candidates, int right) {
      double[] cosines =
          Arrays.stream(candidates)
              .mapToDouble(c -> Vectors.cosine(anchor, c) / TEMPERATURE)
              .toArray();
      return Vectors.logSum(cosines) - cosines[right];
    }

    @Override
    public double[][] scores(Weights weights) {
      double[][] users = weights.table("embeddings/users");
      double[][] items = weights.table("embeddings/items");
      double[][] contents = contents(weights);
      double[][] side = ofItems() ? items : users;
      double[][] used = side.clone();
      for (int e = 0; e < used.length; e++) {
        used[e] = inputs.profiles().count(e) > 0 ? side[e] : contents[e];
      }
      return ofItems() ? Vectors.dots(users, used) : Vectors.dots(used, items);
    }
  }
}
