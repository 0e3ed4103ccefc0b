package org.trellisrec.recommenders.branch;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.TrainingData;
import org.trellisrec.recommenders.math.Ratings;
import org.trellisrec.recommenders.twin.Draws;
import org.trellisrec.recommenders.twin.Lists;
import org.trellisrec.recommenders.twin.Twin;
import org.trellisrec.recommenders.twin.Vectors;
import org.trellisrec.recommenders.twin.Weights;
import org.trellisrec.tensorflow.batch.Batch;

/** CoBraR and DeepMF: every slot of a batch is encoded on its own, from a dense profile. */
final class BranchTwin implements Twin {
  private static final double CEILING = 1 - 1e-6f;
  private static final double EPSILON = 1e-5;
  private static final double MOMENTUM = 0.1;

  private final TrainingData data;
  private final Network network;
  private final Variant variant;
  private final Map<String, double[]> drawn = new HashMap<>();
  private final Map<String, double[]> running = new HashMap<>();
  private int tracked;

  /**
   * The network.
   *
   * @param code true for the authors' program, false for the paper
   * @param joint whether users and items are projected by the same matrix
   * @param branches prefixes of the names of the layers, for users and for items
   * @param relu whether each layer of the branch ends in a ReLU
   */
  record Network(boolean code, boolean joint, List<String> branches, List<Boolean> relu) {}

  /**
   * What can be chosen besides.
   *
   * @param mu lower threshold of the cosine
   * @param temperature what scores are divided by
   * @param dropout after every layer of the branch
   * @param batchNorm whether there is one in every layer of the branch
   */
  record Variant(
      BranchLoss loss,
      SimilarityKind similarity,
      double mu,
      double temperature,
      double dropout,
      boolean batchNorm) {

    /** Cross-entropy of cosines. */
    static Variant plain(double mu) {
      return new Variant(BranchLoss.BCE, SimilarityKind.COSINE, mu, 1, 0, false);
    }
  }

  /** What a training step knows: null at inference. */
  private record Training(long seed, boolean tracks) {}

  BranchTwin(TrainingData data, Network network, Variant variant) {
    this.data = data;
    this.network = network;
    this.variant = variant;
  }

  @Override
  public double loss(Weights weights, Batch batch, int step) {
    Training training = new Training(batch.seed(), step > tracked);
    tracked = step;
    int[] lists = IntStream.range(0, batch.lists()).map(n -> Lists.user(batch, n)).toArray();
    int[] slots =
        IntStream.range(0, batch.lists() * batch.length())
            .map(n -> Lists.item(batch, n / batch.length(), n % batch.length()))
            .toArray();
    double[][] users = embeddings(weights, Side.USERS, lists, training);
    double[][] items = embeddings(weights, Side.ITEMS, slots, training);
    return variant.loss() == BranchLoss.INFONCE
        ? contrast(similarities(weights, users, items))
        : ofLists(batch, listed(weights, users, items));
  }

  /** Scores of the items of every list. */
  private double[][] listed(Weights weights, double[][] users, double[][] items) {
    int length = items.length / users.length;
    double[][] listed = new double[users.length][length];
    for (int list = 0; list < users.length; list++) {
      for (int n = 0; n < length; n++) {
        listed[list][n] = similarity(weights, users[list], items[list * length + n]);
      }
    }
    return listed;
  }

  private double ofLists(Batch batch, double[][] scores) {
    double sum = 0;
    for (int list = 0; list < scores.length; list++) {
      for (int n = 0; n < scores[list].length; n++) {
        sum +=
            switch (variant.loss()) {
              case BCE -> crossEntropy(scores[list][n], label(batch, list, n));
              case BPR -> n == 0 ? 0 : Vectors.softplus(warmed(scores[list][n] - scores[list][0]));
              case SOFTMAX -> n == 0 ? Vectors.logSum(warmed(scores[list])) : 0;
              case INFONCE -> throw new AssertionError("has no lists");
            };
      }
      sum -= variant.loss() == BranchLoss.SOFTMAX ? warmed(scores[list][0]) : 0;
    }
    int lists = scores.length;
    return switch (variant.loss()) {
      case BCE -> network.code() ? sum / (lists * batch.length()) : sum;
      case BPR -> sum / (lists * (batch.length() - 1));
      default -> sum / lists;
    };
  }

  private double label(Batch batch, int list, int n) {
    double greatest = network.code() ? Ratings.greatestOfLabels(data.interactions()) : 1;
    return batch.labels()[list * batch.length() + n] / greatest;
  }

  private double crossEntropy(double score, double label) {
    if (variant.similarity() != SimilarityKind.COSINE) {
      return Vectors.softplus(score) - label * score;
    }
    double p = Math.min(CEILING, Math.max(variant.mu(), score));
    return -label * Math.log(p) - (1 - label) * Math.log(1 - p);
  }

  private double contrast(double[][] scores) {
    double sum = 0;
    for (int n = 0; n < scores.length; n++) {
      int column = n;
      double[] ofItem = Arrays.stream(scores).mapToDouble(row -> row[column]).toArray();
      sum += Vectors.logSum(warmed(scores[n])) + Vectors.logSum(warmed(ofItem));
      sum -= 2 * warmed(scores[n][n]);
    }
    return sum / scores.length;
  }

  private double warmed(double score) {
    return score / variant.temperature();
  }

  private double[] warmed(double[] scores) {
    return Vectors.map(scores, this::warmed);
  }

  @Override
  public double[][] scores(Weights weights) {
    Interactions train = data.interactions();
    int[] users = IntStream.range(0, train.rows()).toArray();
    int[] items = IntStream.range(0, train.columns()).toArray();
    double[][] scores =
        similarities(
            weights,
            embeddings(weights, Side.USERS, users, null),
            embeddings(weights, Side.ITEMS, items, null));
    boolean floored = network.code() && variant.similarity() == SimilarityKind.COSINE;
    for (int user = 0; floored && user < scores.length; user++) {
      scores[user] = Vectors.map(scores[user], cosine -> Math.max(cosine, variant.mu()));
    }
    return scores;
  }

  private double[][] similarities(Weights weights, double[][] users, double[][] items) {
    double[][] scores = new double[users.length][items.length];
    for (int user = 0; user < users.length; user++) {
      for (int item = 0; item < items.length; item++) {
        scores[user][item] = similarity(weights, users[user], items[item]);
      }
    }
    return scores;
  }

  private double similarity(Weights weights, double[] user, double[] item) {
    return switch (variant.similarity()) {
      case COSINE -> Vectors.cosine(user, item);
      case DOT -> Vectors.dot(user, item);
      case NEURAL -> neural(weights, user, item);
    };
  }

  private static double neural(Weights weights, double[] user, double[] item) {
    double[] ofUser =
        Vectors.dense(user, weights.table("similarity/user"), weights.vector("similarity/bias"));
    double[] units = Vectors.dense(item, weights.table("similarity/item"), ofUser);
    double[] product = weights.vector("similarity/product");
    double score = 0;
    for (int k = 0; k < user.length; k++) {
      score += product[k] * user[k] * item[k];
    }
    for (int h = 0; h < units.length; h++) {
      score += weights.table("similarity/output")[h][0] * Vectors.relu(units[h]);
    }
    return score;
  }

  private double[][] embeddings(Weights weights, Side side, int[] entities, Training training) {
    double[][] projected = new double[side.profiles(data).rows()][];
    for (int entity : entities) {
      if (projected[entity] == null) {
        projected[entity] = projected(weights, side, entity);
      }
    }
    if (training == null || (variant.dropout() == 0 && !variant.batchNorm())) {
      double[][] once = new double[projected.length][];
      for (int entity = 0; entity < once.length; entity++) {
        if (projected[entity] != null) {
          once[entity] = branch(weights, side, new double[][] {projected[entity]}, training)[0];
        }
      }
      return Arrays.stream(entities).mapToObj(entity -> once[entity]).toArray(double[][]::new);
    }
    double[][] rows =
        Arrays.stream(entities).mapToObj(entity -> projected[entity]).toArray(double[][]::new);
    return branch(weights, side, rows, training);
  }

  private double[][] branch(Weights weights, Side side, double[][] rows, Training training) {
    double[][] x = rows;
    for (int n = 0; n < network.relu().size(); n++) {
      String name = network.branches().get(side == Side.USERS ? 0 : 1) + "/" + n;
      double[][] table = weights.table(name + "/weights");
      double[] bias = weights.vector(name + "/bias");
      x = Arrays.stream(x).map(r -> Vectors.dense(r, table, bias)).toArray(double[][]::new);
      if (variant.batchNorm()) {
        x = normed(weights, name + "/norm", side, x, training);
      }
      if (network.relu().get(n)) {
        x = Arrays.stream(x).map(r -> Vectors.map(r, Vectors::relu)).toArray(double[][]::new);
      }
      if (training != null && variant.dropout() > 0) {
        int before = side == Side.USERS ? 0 : network.relu().size();
        drop(x, training.seed(), before + n);
      }
    }
    return x;
  }

  private void drop(double[][] x, long seed, int draw) {
    int width = x[0].length;
    double[] draws =
        drawn.computeIfAbsent(seed + " " + draw, key -> Draws.uniform(seed, draw, x.length, width));
    for (int row = 0; row < x.length; row++) {
      for (int k = 0; k < width; k++) {
        boolean kept = draws[row * width + k] >= variant.dropout();
        x[row][k] = kept ? x[row][k] / (1 - variant.dropout()) : 0;
      }
    }
  }

  /** The program keeps the running means of users and items together, the paper has none. */
  private double[][] normed(
      Weights weights, String name, Side side, double[][] x, Training training) {
    String kept = network.code() ? name : name + " of " + side;
    int width = x[0].length;
    double[][] y = new double[x.length][width];
    double[] means = running.computeIfAbsent(kept + " mean", key -> new double[width]);
    double[] variances =
        running.computeIfAbsent(
            kept + " variance", key -> Vectors.map(new double[width], zero -> 1));
    for (int k = 0; k < width; k++) {
      int column = k;
      double[] values = Arrays.stream(x).mapToDouble(row -> row[column]).toArray();
      double mean = means[k];
      double variance = variances[k];
      if (training != null) {
        double center = Arrays.stream(values).average().orElseThrow();
        double squares = Arrays.stream(values).map(v -> (v - center) * (v - center)).sum();
        mean = center;
        variance = squares / values.length;
        if (training.tracks()) {
          means[k] += MOMENTUM * (mean - means[k]);
          variances[k] += MOMENTUM * (squares / (values.length - 1) - variances[k]);
        }
      }
      double scale = weights.vector(name + "/scale")[k] / Math.sqrt(variance + EPSILON);
      double shift = weights.vector(name + "/shift")[k];
      for (int row = 0; row < x.length; row++) {
        y[row][k] = (values[row] - mean) * scale + shift;
      }
    }
    return y;
  }

  private double[] projected(Weights weights, Side side, int entity) {
    Interactions profiles = side.profiles(data);
    double[] x = new double[profiles.columns()];
    for (int p = profiles.start(entity); p < profiles.end(entity); p++) {
      x[profiles.column(p)] = network.code() ? profiles.rating(p) : 1;
    }
    String name = "projections/" + side.label();
    double[] bias = weights.vector(name + "/bias");
    double[] y = Vectors.dense(x, weights.table(name + "/weights"), bias);
    if (network.joint()) {
      Side other = side == Side.USERS ? Side.ITEMS : Side.USERS;
      y = Vectors.plus(y, 1, weights.table("projections/" + other.label() + "/weights")[entity]);
    }
    return network.code() ? Vectors.map(y, Vectors::relu) : y;
  }
}
