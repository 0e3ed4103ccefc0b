package org.trellisrec.recommenders.neighbors;

import java.util.Arrays;
import org.trellisrec.data.EnumWord;
import org.trellisrec.recommenders.math.SparseRows;
import org.trellisrec.spi.InputException;

/**
 * The training profiles as they are compared: centred, weighted or reduced to sets, with the
 * statistics that put a new profile on the same footing.
 */
final class Profiles {
  private static final double BM25_K = 1.2;
  private static final double BM25_B = 0.75;

  private final NeighborParams params;
  private final float[] termMean;
  private final float[] termWeight;
  private final float[] termScale;
  private final int terms;
  private final double meanLength;
  private final SparseRows rows;

  /** The profiles in the rows of {@code raw}. */
  Profiles(SparseRows raw, NeighborParams params) {
    this.params = params;
    if (params.similarity().centres()) {
      requireSpread(raw, params);
    }
    if (params.rowWeights() != RowWeights.NONE) {
      requirePositive(raw, params);
    }
    if (params.similarity() == Similarity.BRAYCURTIS) {
      requireNonNegative(raw);
    }
    SparseRows byTerm = raw.transpose();
    this.terms = raw.columns();
    this.termMean = params.similarity() == Similarity.ADJUSTED ? means(byTerm) : null;
    this.termWeight = params.rowWeights() == RowWeights.NONE ? null : inverseFrequency(raw, byTerm);
    this.termScale =
        params.similarity() == Similarity.SEUCLIDEAN
            ? Standardization.inverseDeviations(byTerm)
            : null;
    this.meanLength = meanLength(raw);
    float[] value = raw.value().clone();
    for (int row = 0; row < raw.rows(); row++) {
      transform(raw.column(), value, raw.start(row), raw.end(row));
    }
    this.rows = raw.withValues(value);
  }

  /** The profiles, ready to be compared. */
  SparseRows rows() {
    return rows;
  }

  /** Replaces the ratings of one profile by what is compared. */
  void transform(int[] term, float[] value, int from, int to) {
    if (params.similarity().comparesSets()) {
      Arrays.fill(value, from, to, 1f);
      return;
    }
    if (params.rowWeights() != RowWeights.NONE) {
      weigh(term, value, from, to);
    }
    switch (params.similarity()) {
      case PEARSON -> subtract(mean(value, from, to), value, from, to);
      case ADJUSTED -> {
        for (int p = from; p < to; p++) {
          value[p] -= termMean[term[p]];
        }
      }
      case SEUCLIDEAN -> {
        for (int p = from; p < to; p++) {
          value[p] *= termScale[term[p]];
        }
      }
      case CORRELATION -> Standardization.divideByDeviation(value, from, to, terms);
      default -> {
        // compared as it is
      }
    }
  }

  private static void subtract(double mean, float[] value, int from, int to) {
    for (int p = from; p < to; p++) {
      value[p] -= (float) mean;
    }
  }

  private void weigh(int[] term, float[] value, int from, int to) {
    double length = sum(value, from, to);
    double saturation = BM25_K * (1 - BM25_B + BM25_B * length / meanLength);
    for (int p = from; p < to; p++) {
      double frequency =
          params.rowWeights() == RowWeights.BM25
              ? value[p] * (BM25_K + 1) / (value[p] + saturation)
              : value[p];
      value[p] = (float) (termWeight[term[p]] * frequency);
    }
  }

  private float[] inverseFrequency(SparseRows raw, SparseRows byTerm) {
    int profiles = 0;
    for (int row = 0; row < raw.rows(); row++) {
      profiles += raw.end(row) > raw.start(row) ? 1 : 0;
    }
    float[] weight = new float[byTerm.rows()];
    for (int term = 0; term < weight.length; term++) {
      int n = byTerm.end(term) - byTerm.start(term);
      weight[term] =
          (float)
              (n == 0
                  ? 0
                  : params.rowWeights() == RowWeights.BM25
                      ? Math.log1p((profiles - n + .5) / (n + .5))
                      : Math.log((double) profiles / n));
    }
    return weight;
  }

  private static float[] means(SparseRows byTerm) {
    float[] means = new float[byTerm.rows()];
    for (int term = 0; term < means.length; term++) {
      means[term] = (float) mean(byTerm.value(), byTerm.start(term), byTerm.end(term));
    }
    return means;
  }

  private static double meanLength(SparseRows raw) {
    int profiles = 0;
    for (int row = 0; row < raw.rows(); row++) {
      profiles += raw.end(row) > raw.start(row) ? 1 : 0;
    }
    return profiles == 0 ? 1 : sum(raw.value(), 0, raw.size()) / profiles;
  }

  private static double mean(float[] value, int from, int to) {
    return to == from ? 0 : sum(value, from, to) / (to - from);
  }

  private static double sum(float[] value, int from, int to) {
    double sum = 0;
    for (int p = from; p < to; p++) {
      sum += value[p];
    }
    return sum;
  }

  private static void requireSpread(SparseRows raw, NeighborParams params) {
    for (float value : raw.value()) {
      if (value != raw.value()[0]) {
        return;
      }
    }
    throw new InputException(
        "similarity '%s' compares ratings with their mean, but all %d training ratings are equal%s;"
            + " use similarity: cosine",
        params.similarity().word(),
        raw.size(),
        params.binarize() ? " (binarize: true makes them 1)" : "");
  }

  private static void requireNonNegative(SparseRows raw) {
    for (float value : raw.value()) {
      if (value < 0) {
        throw new InputException(
            "similarity 'braycurtis' needs ratings of at least 0, but found %s in the training data;"
                + " filter such ratings out, set binarize: true, or use similarity: canberra",
            value);
      }
    }
  }

  private static void requirePositive(SparseRows raw, NeighborParams params) {
    for (float value : raw.value()) {
      if (!(value > 0)) {
        throw new InputException(
            "row_weights '%s' needs ratings above 0, but found %s in the training data; filter such"
                + " ratings out, or set binarize: true or row_weights: none",
            EnumWord.of(params.rowWeights()), value);
      }
    }
  }
}
