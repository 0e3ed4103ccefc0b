package org.trellisrec.recommenders.neighbors;

import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;

/**
 * Distances straight from their definitions over all terms, as scipy's {@code pdist} has them. An
 * entry that is missing is 0; distances of sets take every other entry for true.
 */
final class DenseDistances {
  private DenseDistances() {}

  static double of(Similarity similarity, double[] x, double[] y) {
    int n = x.length;
    double tt = 0;
    double tf = 0;
    double ft = 0;
    for (int t = 0; t < n; t++) {
      tt += x[t] != 0 && y[t] != 0 ? 1 : 0;
      tf += x[t] != 0 && y[t] == 0 ? 1 : 0;
      ft += x[t] == 0 && y[t] != 0 ? 1 : 0;
    }
    double ff = n - tt - tf - ft;
    double r = 2 * (tf + ft);
    return switch (similarity) {
      case EUCLIDEAN, L2, MINKOWSKI, SEUCLIDEAN ->
          Math.sqrt(sum(x, y, (a, b) -> (a - b) * (a - b)));
      case SQEUCLIDEAN -> sum(x, y, (a, b) -> (a - b) * (a - b));
      case MANHATTAN, CITYBLOCK, L1 -> sum(x, y, (a, b) -> Math.abs(a - b));
      case CHEBYSHEV ->
          IntStream.range(0, n).mapToDouble(t -> Math.abs(x[t] - y[t])).max().orElse(0);
      case CANBERRA ->
          sum(x, y, (a, b) -> a == b ? 0 : Math.abs(a - b) / (Math.abs(a) + Math.abs(b)));
      case BRAYCURTIS ->
          sum(x, y, (a, b) -> Math.abs(a - b)) / sum(x, y, (a, b) -> Math.abs(a + b));
      case HAMMING -> sum(x, y, (a, b) -> a == b ? 0 : 1) / n;
      case CORRELATION -> 1 - correlation(x, y);
      case JACCARD, TANIMOTO -> (tf + ft) / (tt + tf + ft);
      case DICE -> (tf + ft) / (2 * tt + tf + ft);
      case KULSINSKI -> (tf + ft - tt + n) / (tf + ft + n);
      case ROGERSTANIMOTO, SOKALMICHENER -> r / (tt + ff + r);
      case RUSSELLRAO -> (n - tt) / n;
      case SOKALSNEATH -> r / (tt + r);
      case YULE -> tf * ft == 0 ? 0 : 2 * tf * ft / (tt * ff + tf * ft);
      default -> throw new IllegalArgumentException(similarity + " is not a distance");
    };
  }

  private static double correlation(double[] x, double[] y) {
    double meanX = sum(x, y, (a, b) -> a) / x.length;
    double meanY = sum(x, y, (a, b) -> b) / x.length;
    return sum(x, y, (a, b) -> (a - meanX) * (b - meanY))
        / Math.sqrt(
            sum(x, y, (a, b) -> (a - meanX) * (a - meanX))
                * sum(x, y, (a, b) -> (b - meanY) * (b - meanY)));
  }

  private static double sum(double[] x, double[] y, DoubleBinaryOperator term) {
    return IntStream.range(0, x.length).mapToDouble(t -> term.applyAsDouble(x[t], y[t])).sum();
  }
}
