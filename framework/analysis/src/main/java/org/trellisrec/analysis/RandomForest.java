package org.trellisrec.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.trellisrec.spi.Seed;

/**
 * A random forest: each tree grows on a sample drawn with replacement until its leaves are pure,
 * and each of its splits is the one of least Gini impurity among as many features, drawn at random,
 * as is the square root of their number; features that are constant in a node are passed over. The
 * forest says what most trees say, and of several the lowest label.
 *
 * <p>Source: Breiman, "Random forests", Machine Learning 45 (2001), 5-32,
 * doi:10.1023/A:1010933404324.
 *
 * @param trees the trees
 * @param labels number of labels
 */
record RandomForest(List<Node> trees, int labels) {
  private static final int LABEL_BITS = 32;

  /** A tree. */
  sealed interface Node {
    /** What the tree says of a point. */
    int predict(float[] point);
  }

  private record Leaf(int label) implements Node {
    @Override
    public int predict(float[] point) {
      return label;
    }
  }

  private record Branching(int feature, float threshold, Node below, Node above) implements Node {
    @Override
    public int predict(float[] point) {
      return (point[feature] <= threshold ? below : above).predict(point);
    }
  }

  /** Points up to the threshold go one way; NaN of worth is no split. */
  private record Cut(int feature, float threshold, double worth) {}

  /**
   * Grows a forest.
   *
   * @param points n x d, finite
   * @param labels of each point, from 0
   * @param trees number of trees
   */
  static RandomForest grow(float[][] points, int[] labels, int trees, Seed seed) {
    int count = Arrays.stream(labels).max().orElseThrow() + 1;
    return new RandomForest(
        IntStream.range(0, trees)
            .parallel()
            .mapToObj(t -> new Grower(points, labels, count, seed.derive("tree-" + t).rng()).tree())
            .toList(),
        count);
  }

  /** What most trees say of a point. */
  int predict(float[] point) {
    int[] votes = new int[labels];
    trees.forEach(tree -> votes[tree.predict(point)]++);
    return most(votes);
  }

  private static int most(int[] counts) {
    int most = 0;
    for (int label = 1; label < counts.length; label++) {
      most = counts[label] > counts[most] ? label : most;
    }
    return most;
  }

  /** Grows one tree. */
  private record Grower(float[][] points, int[] labels, int count, UniformRandomProvider random) {
    Node tree() {
      return node(random.ints(points.length, 0, points.length).toArray());
    }

    private Node node(int[] sample) {
      int[] counts = counts(sample);
      Cut cut = Arrays.stream(counts).filter(c -> c > 0).count() == 1 ? null : best(sample);
      if (cut == null) {
        return new Leaf(most(counts));
      }
      int[] below =
          Arrays.stream(sample).filter(i -> points[i][cut.feature()] <= cut.threshold()).toArray();
      int[] above =
          Arrays.stream(sample).filter(i -> points[i][cut.feature()] > cut.threshold()).toArray();
      return new Branching(cut.feature(), cut.threshold(), node(below), node(above));
    }

    private int[] counts(int[] sample) {
      int[] counts = new int[count];
      for (int i : sample) {
        counts[labels[i]]++;
      }
      return counts;
    }

    /** The best cut by features drawn at random; null if all of them are constant. */
    private Cut best(int[] sample) {
      int[] features = IntStream.range(0, points[0].length).toArray();
      int wanted = Math.max(1, (int) Math.sqrt(features.length));
      Cut best = null;
      int seen = 0;
      for (int drawn = 0; drawn < features.length && seen < wanted; drawn++) {
        int other = drawn + random.nextInt(features.length - drawn);
        int feature = features[other];
        features[other] = features[drawn];
        Cut cut = cut(sample, feature);
        if (cut != null) {
          seen++;
          best = best == null || cut.worth() > best.worth() ? cut : best;
        }
      }
      return best;
    }

    /**
     * The best cut by a feature; null if it is constant. Least impurity is the largest sum, over
     * both sides, of the squared counts of labels divided by the size.
     */
    private Cut cut(int[] sample, int feature) {
      long[] sorted = sorted(sample, feature);
      int[] below = new int[count];
      int[] above = counts(sample);
      Cut best = null;
      for (int i = 0; i + 1 < sorted.length; i++) {
        int label = (int) sorted[i];
        below[label]++;
        above[label]--;
        float value = value(sorted[i]);
        float next = value(sorted[i + 1]);
        if (value < next) {
          double worth = squares(below) / (i + 1.0) + squares(above) / (sorted.length - i - 1.0);
          if (best == null || worth > best.worth()) {
            best = new Cut(feature, between(value, next), worth);
          }
        }
      }
      return best;
    }

    /** Values in ascending order with their labels, packed so that numbers sort like values. */
    private long[] sorted(int[] sample, int feature) {
      long[] sorted = new long[sample.length];
      for (int k = 0; k < sorted.length; k++) {
        int bits = Float.floatToIntBits(points[sample[k]][feature] + 0f); // -0 is 0
        int ordered = bits >= 0 ? bits : bits ^ Integer.MAX_VALUE;
        sorted[k] = ((long) ordered << LABEL_BITS) | labels[sample[k]];
      }
      Arrays.sort(sorted);
      return sorted;
    }

    private static float value(long packed) {
      int ordered = (int) (packed >> LABEL_BITS);
      return Float.intBitsToFloat(ordered >= 0 ? ordered : ordered ^ Integer.MAX_VALUE);
    }

    /** The middle, but never so near to the larger value that it is rounded to it. */
    private static float between(float value, float next) {
      float middle = (float) (((double) value + next) / 2);
      return middle < next ? middle : value;
    }

    private static double squares(int[] counts) {
      double sum = 0;
      for (int c : counts) {
        sum += (double) c * c;
      }
      return sum;
    }
  }
}
