package org.trellisrec.recommenders.branch;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.Modality;
import org.trellisrec.data.TrainingData;
import org.trellisrec.recommenders.twin.Lists;
import org.trellisrec.recommenders.twin.Vectors;
import org.trellisrec.recommenders.twin.Weights;
import org.trellisrec.tensorflow.batch.Batch;

/**
 * The projected modalities of one side in double precision, entity by entity, from dense inputs.
 *
 * @param data the training data
 * @param side users or items
 * @param relu whether a layer ends in a ReLU; tables never do
 */
record TwinInputs(TrainingData data, String side, boolean relu) {
  Interactions profiles() {
    return side.equals("users") ? data.interactions() : data.byItem();
  }

  private Map<String, Modality> known() {
    return side.equals("users") ? data.side().users() : data.side().items();
  }

  /** True if an entity has a modality. */
  boolean has(String modality, int entity) {
    return modality.equals("interactions")
        ? profiles().count(entity) > 0
        : known().get(modality).has(entity);
  }

  /** The modalities that an entity has, as indices. */
  int[] available(List<String> modalities, int entity) {
    return IntStream.range(0, modalities.size())
        .filter(m -> has(modalities.get(m), entity))
        .toArray();
  }

  /** The projection of a modality of an entity, or, if it lacks it, that of zeros. */
  double[] projected(Weights weights, String modality, int entity, boolean given) {
    String path = "projections/" + side + "/" + modality;
    if (modality.equals("interactions")) {
      double[] x = new double[profiles().columns()];
      for (int column : given ? profiles().columnsOf(entity) : new int[0]) {
        x[column] = 1;
      }
      return layer(weights, path, x);
    }
    Modality of = known().get(modality);
    if (of instanceof Modality.Dense dense) {
      double[] x = new double[dense.length()];
      for (int k = 0; given && k < x.length; k++) {
        x[k] = dense.vectors()[entity][k];
      }
      return layer(weights, path, x);
    }
    int[] codes = new int[0];
    if (given && of instanceof Modality.MultiHot labels) {
      codes = labels.codes()[entity];
    } else if (given && of instanceof Modality.Categorical label) {
      codes = new int[] {label.codes()[entity]};
    }
    double[][] table = weights.table(path);
    double[] mean = new double[table[0].length];
    for (int code : codes) {
      mean = Vectors.plus(mean, 1.0 / codes.length, table[code]);
    }
    return mean;
  }

  private double[] layer(Weights weights, String path, double[] x) {
    double[] y = Vectors.dense(x, weights.table(path + "/weights"), weights.vector(path + "/bias"));
    return relu ? Vectors.map(y, Vectors::relu) : y;
  }

  /** The entity of every slot of this side. */
  int[] slots(Batch batch) {
    return side.equals("users")
        ? IntStream.range(0, batch.lists()).map(list -> Lists.user(batch, list)).toArray()
        : IntStream.range(0, batch.lists() * batch.length())
            .map(slot -> Lists.item(batch, slot / batch.length(), slot % batch.length()))
            .toArray();
  }

  /** BPR of embeddings slot by slot. */
  static double bpr(Batch batch, double[][] users, double[][] items) {
    double sum = 0;
    for (int list = 0; list < batch.lists(); list++) {
      double positive = Vectors.dot(users[list], items[list * batch.length()]);
      for (int n = 1; n < batch.length(); n++) {
        double negative = Vectors.dot(users[list], items[list * batch.length() + n]);
        sum += Vectors.softplus(negative - positive);
      }
    }
    return sum / (batch.lists() * (batch.length() - 1));
  }

  /**
   * Symmetric InfoNCE of dot products between the rows of two matrices, in groups of so many rows:
   * cross-entropy of rows and of columns, each a mean, summed. Rows that are null take no part.
   */
  static double infoNce(double[][] a, double[][] b, int group, double temperature) {
    double sum = 0;
    int compared = 0;
    for (int row = 0; row < a.length; row++) {
      if (a[row] == null) {
        continue;
      }
      compared++;
      int first = row - row % group;
      double[][] left = Arrays.copyOfRange(a, first, first + group);
      double[][] right = Arrays.copyOfRange(b, first, first + group);
      double same = Vectors.dot(a[row], b[row]) / temperature;
      sum += Vectors.logSum(similarities(a[row], right, temperature)) - same;
      sum += Vectors.logSum(similarities(b[row], left, temperature)) - same;
    }
    return compared == 0 ? 0 : sum / compared;
  }

  private static double[] similarities(double[] one, double[][] others, double temperature) {
    return Arrays.stream(others)
        .filter(Objects::nonNull)
        .mapToDouble(o -> Vectors.dot(one, o) / temperature)
        .toArray();
  }
}
