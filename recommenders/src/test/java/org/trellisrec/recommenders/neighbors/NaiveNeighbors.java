package org.trellisrec.recommenders.neighbors;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Neighbourhood models straight from their definitions: dense, in double precision, without any
 * regard for speed. NaN marks a pair without interaction.
 */
final class NaiveNeighbors {
  private final NeighborParams params;
  private final double[][] compared;

  /** Profiles are rows; raw holds ratings. */
  NaiveNeighbors(double[][] raw, NeighborParams params) {
    this.params = params;
    this.compared = new double[raw.length][];
    for (int row = 0; row < raw.length; row++) {
      compared[row] = compared(raw, raw[row]);
    }
  }

  /** The similarity that profile i assigns to each profile j; 0 for those it does not choose. */
  double[][] weights() {
    int n = compared.length;
    double[][] weights = new double[n][n];
    for (int i = 0; i < n; i++) {
      weights[i] = chosen(compared[i], params.implementation() == Implementation.STANDARD ? -1 : i);
    }
    return weights;
  }

  /** The weights of a profile that may not be among those of training. */
  double[] weightsOf(double[][] raw, double[] ratings, int self) {
    return chosen(compared(raw, ratings), self);
  }

  private double[] chosen(double[] x, int excluded) {
    List<Integer> candidates = new ArrayList<>();
    double[] similarity = new double[compared.length];
    for (int j = 0; j < compared.length; j++) {
      if (j == excluded || count(x) == 0 || count(compared[j]) == 0) {
        continue;
      }
      similarity[j] = similarity(x, compared[j]);
      if (similarity[j] != 0) {
        candidates.add(j);
      }
    }
    candidates.sort(Comparator.comparingDouble(j -> -similarity[j]));
    double[] weights = new double[compared.length];
    for (int j : candidates.subList(0, Math.min(params.neighbors(), candidates.size()))) {
      weights[j] = similarity[j];
    }
    return weights;
  }

  private double[] compared(double[][] raw, double[] ratings) {
    double[] row = ratings.clone();
    double length = 0;
    for (double r : ratings) {
      length += Double.isNaN(r) ? 0 : r;
    }
    for (int t = 0; t < row.length; t++) {
      if (Double.isNaN(row[t])) {
        continue;
      }
      int term = t;
      double[] column = Arrays.stream(raw).mapToDouble(r -> r[term]).toArray();
      row[t] =
          switch (params.similarity()) {
            case JACCARD, TANIMOTO, DICE, TVERSKY -> 1;
            case KULSINSKI, ROGERSTANIMOTO, RUSSELLRAO, SOKALMICHENER, SOKALSNEATH, YULE -> 1;
            case SEUCLIDEAN -> standardized(row[t], column);
            case ADJUSTED -> row[t] - mean(column);
            case PEARSON -> row[t] - mean(ratings);
            default -> weighted(raw, row[t], count(column), length);
          };
    }
    return row;
  }

  private static double standardized(double rating, double[] column) {
    double[] filled = filled(column);
    double mean = Arrays.stream(filled).average().orElseThrow();
    double squares = Arrays.stream(filled).map(x -> (x - mean) * (x - mean)).sum();
    return squares == 0 ? 0 : rating / Math.sqrt(squares / (filled.length - 1));
  }

  private static double[] filled(double[] profile) {
    return Arrays.stream(profile).map(x -> Double.isNaN(x) ? 0 : x).toArray();
  }

  private double weighted(double[][] raw, double rating, int frequency, double length) {
    double profiles = 0;
    double total = 0;
    for (double[] row : raw) {
      profiles += count(row) > 0 ? 1 : 0;
      total += count(row) > 0 ? mean(row) * count(row) : 0;
    }
    if (frequency == 0) {
      return params.rowWeights() == RowWeights.NONE ? rating : 0;
    }
    return switch (params.rowWeights()) {
      case NONE -> rating;
      case TF_IDF -> rating * Math.log(profiles / frequency);
      case BM25 ->
          Math.log(1 + (profiles - frequency + .5) / (frequency + .5))
              * (rating * 2.2)
              / (rating + 1.2 * (1 - .75 + .75 * length / (total / profiles)));
    };
  }

  private double similarity(double[] x, double[] y) {
    double dot = 0;
    int both = 0;
    for (int t = 0; t < x.length; t++) {
      double a = Double.isNaN(x[t]) ? 0 : x[t];
      double b = Double.isNaN(y[t]) ? 0 : y[t];
      dot += a * b;
      both += Double.isNaN(x[t]) || Double.isNaN(y[t]) ? 0 : 1;
    }
    boolean standard = params.implementation() == Implementation.STANDARD;
    boolean aiolli = params.implementation() == Implementation.AIOLLI;
    double h = params.shrink() + (aiolli ? 1e-6 : 0);
    if (!params.normalize() || params.similarity() == Similarity.DOT) {
      return dot;
    }
    if (both == 0 && !standard && params.similarity() != Similarity.CHEBYSHEV) {
      return 0;
    }
    if (params.similarity().isDistance()) {
      double d = DenseDistances.of(params.similarity(), filled(x), filled(y));
      return Double.isNaN(d) ? 0 : 1 / (1 + d + h);
    }
    double onlyX = count(x) - both;
    double onlyY = count(y) - both;
    double overlap =
        switch (params.similarity()) {
          case COSINE, ADJUSTED, PEARSON -> dot == 0 ? 0 : dot / (norm(x) * norm(y) + h);
          case ASYMMETRIC ->
              dot
                  / (Math.pow(norm(x), 2 * params.asymmetricAlpha())
                          * Math.pow(norm(y), 2 - 2 * params.asymmetricAlpha())
                      + h);
          case JACCARD, TANIMOTO -> both / (both + onlyX + onlyY + h);
          case DICE ->
              aiolli ? both / (count(x) + count(y) + h) : both / ((count(x) + count(y)) / 2.0 + h);
          case TVERSKY ->
              both / (both + params.tverskyAlpha() * onlyX + params.tverskyBeta() * onlyY + h);
          default -> throw new IllegalArgumentException(params.similarity() + " is a distance");
        };
    boolean set = params.similarity().comparesSets();
    return standard && set ? 1 / (1 + (1 - overlap)) : overlap;
  }

  private static double norm(double[] x) {
    double sum = 0;
    for (double v : x) {
      sum += Double.isNaN(v) ? 0 : v * v;
    }
    return Math.sqrt(sum);
  }

  private static double mean(double[] x) {
    double sum = 0;
    for (double v : x) {
      sum += Double.isNaN(v) ? 0 : v;
    }
    return sum / count(x);
  }

  private static int count(double[] x) {
    int count = 0;
    for (double v : x) {
      count += Double.isNaN(v) ? 0 : 1;
    }
    return count;
  }
}
