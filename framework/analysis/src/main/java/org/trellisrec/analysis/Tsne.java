package org.trellisrec.analysis;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * t-SNE with exact gradients: points in the plane whose neighbourhoods resemble those of vectors.
 * The time is quadratic in the number of points.
 *
 * <p>The start is the principal component analysis of the vectors, scaled to a deviation of 1e-4,
 * so that no chance is involved. The learning rate is n / 48, at least 50, with momentum and gains
 * for each coordinate; similarities are exaggerated by 12 for the first quarter of the iterations.
 *
 * <p>Source: van der Maaten and Hinton, "Visualizing data using t-SNE", JMLR 9 (2008), 2579-2605;
 * start and learning rate: Kobak and Berens, "The art of using t-SNE for single-cell
 * transcriptomics", Nature Communications 10 (2019), doi:10.1038/s41467-019-13056-x.
 *
 * @param perplexity effective number of neighbours, less than the number of points
 * @param iterations number of gradient steps
 */
record Tsne(double perplexity, int iterations) {
  private static final double EXAGGERATION = 12;
  private static final double START = 1e-4;
  private static final double LEAST = 1e-12;
  private static final double LEAST_RATE = 50;
  private static final double LEAST_GAIN = 0.01;
  private static final int BISECTIONS = 64;

  /**
   * Finds the points.
   *
   * @param vectors n x d, finite, n at least 2
   * @return n x 2
   */
  double[][] embed(double[][] vectors) {
    double[][] p = similarities(squaredDistances(vectors));
    double[][] y = start(vectors);
    int n = y.length;
    double rate = Math.max(LEAST_RATE, n / EXAGGERATION / 4);
    double[][] velocity = new double[n][2];
    double[][] gains = new double[n][2];
    Arrays.stream(gains).forEach(gain -> Arrays.fill(gain, 1));
    for (int step = 0; step < iterations; step++) {
      boolean early = step < iterations / 4;
      double[][] gradient = gradient(p, y, early ? EXAGGERATION : 1);
      double momentum = early ? 0.5 : 0.8;
      for (int i = 0; i < n; i++) {
        for (int k = 0; k < 2; k++) {
          boolean sameWay = velocity[i][k] * gradient[i][k] > 0;
          double gain = sameWay ? gains[i][k] * 0.8 : gains[i][k] + 0.2;
          gains[i][k] = Math.max(LEAST_GAIN, gain);
          velocity[i][k] = momentum * velocity[i][k] - rate * gains[i][k] * gradient[i][k];
          y[i][k] += velocity[i][k];
        }
      }
    }
    return y;
  }

  private static double[][] start(double[][] vectors) {
    double[][] y = Pca.project(vectors);
    double deviation =
        Math.sqrt(Arrays.stream(y).mapToDouble(point -> point[0] * point[0]).average().orElse(0));
    double scale = deviation == 0 ? 0 : START / deviation;
    for (double[] point : y) {
      point[0] *= scale;
      point[1] *= scale;
    }
    return y;
  }

  private static double[][] squaredDistances(double[][] vectors) {
    double[][] distances = new double[vectors.length][vectors.length];
    IntStream.range(0, vectors.length)
        .parallel()
        .forEach(
            i -> {
              for (int j = 0; j < vectors.length; j++) {
                double sum = 0;
                for (int k = 0; k < vectors[i].length; k++) {
                  double difference = vectors[i][k] - vectors[j][k];
                  sum += difference * difference;
                }
                distances[i][j] = sum;
              }
            });
    return distances;
  }

  /** Symmetric similarities, which sum to 1 over all pairs. */
  private double[][] similarities(double[][] distances) {
    int n = distances.length;
    double[][] conditional = new double[n][];
    IntStream.range(0, n).parallel().forEach(i -> conditional[i] = neighbours(distances[i], i));
    double[][] joint = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        joint[i][j] =
            i == j ? 0 : Math.max(LEAST, (conditional[i][j] + conditional[j][i]) / (2.0 * n));
      }
    }
    return joint;
  }

  /** Gaussian similarities of a point to all others, with the width that gives the perplexity. */
  private double[] neighbours(double[] distances, int self) {
    double wanted = Math.log(perplexity);
    double beta = 1;
    double low = 0;
    double high = Double.POSITIVE_INFINITY;
    double[] p = new double[distances.length];
    for (int attempt = 0; attempt < BISECTIONS; attempt++) {
      double entropy = gaussian(distances, self, beta, p);
      if (entropy > wanted) {
        low = beta;
        beta = high == Double.POSITIVE_INFINITY ? beta * 2 : (beta + high) / 2;
      } else {
        high = beta;
        beta = (beta + low) / 2;
      }
    }
    return p;
  }

  /**
   * Fills in the similarities and returns their entropy. Distances count from the nearest point.
   */
  private static double gaussian(double[] distances, int self, double beta, double[] into) {
    double nearest = Double.POSITIVE_INFINITY;
    for (int j = 0; j < distances.length; j++) {
      nearest = j == self ? nearest : Math.min(nearest, distances[j]);
    }
    double sum = 0;
    for (int j = 0; j < distances.length; j++) {
      into[j] = j == self ? 0 : Math.exp(-beta * (distances[j] - nearest));
      sum += into[j];
    }
    double mean = 0;
    for (int j = 0; j < distances.length; j++) {
      into[j] /= sum;
      mean += into[j] * (distances[j] - nearest);
    }
    return Math.log(sum) + beta * mean;
  }

  private static double[][] gradient(double[][] p, double[][] y, double exaggeration) {
    int n = y.length;
    double[] sums = new double[n];
    IntStream.range(0, n).parallel().forEach(i -> sums[i] = weightsOf(i, y));
    double total = Arrays.stream(sums).sum();
    double[][] gradient = new double[n][2];
    IntStream.range(0, n)
        .parallel()
        .forEach(
            i -> {
              double[] own = gradient[i];
              for (int j = 0; j < n; j++) {
                double dx = y[i][0] - y[j][0];
                double dy = y[i][1] - y[j][1];
                double weight = 1 / (1 + dx * dx + dy * dy);
                double force = 4 * (exaggeration * p[i][j] - weight / total) * weight;
                own[0] += force * dx;
                own[1] += force * dy;
              }
            });
    return gradient;
  }

  private static double weightsOf(int i, double[][] y) {
    double sum = 0;
    for (int j = 0; j < y.length; j++) {
      double dx = y[i][0] - y[j][0];
      double dy = y[i][1] - y[j][1];
      sum += j == i ? 0 : 1 / (1 + dx * dx + dy * dy);
    }
    return sum;
  }
}
