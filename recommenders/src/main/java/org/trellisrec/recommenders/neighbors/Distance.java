package org.trellisrec.recommenders.neighbors;

/**
 * A distance d of two profiles over all n terms, an entry that is missing being 0. It is computed
 * from what the two have in common: a and b are sums over the entries of each profile alone, c is a
 * sum over the terms where both have an entry.
 *
 * @param own what an entry adds to a or b
 * @param both what two entries of one term add to c; null for their product
 * @param formula d, given a, b and c; NaN where it is undefined
 */
record Distance(Own own, Both both, Formula formula) {
  /** What an entry adds to the sum of its profile. */
  @FunctionalInterface
  interface Own {
    double of(float x);
  }

  /** What two entries of one term add to the common sum. */
  @FunctionalInterface
  interface Both {
    double of(float x, float y);
  }

  /** The distance, given the sums of both profiles and the common sum. */
  @FunctionalInterface
  interface Formula {
    double of(double a, double b, double c);
  }

  private static final Formula SUM = (a, b, c) -> a + b + c;

  /**
   * The distance of this name.
   *
   * @param similarity one that {@link Similarity#isDistance} or compares sets
   * @param n number of terms
   */
  static Distance of(Similarity similarity, int n) {
    return switch (similarity) {
      case MANHATTAN, CITYBLOCK, L1 -> new Distance(Math::abs, Distance::lessThanApart, SUM);
      case CANBERRA -> new Distance(Distance::present, Distance::relativeLessThanApart, SUM);
      case BRAYCURTIS ->
          new Distance(Math::abs, Distance::lessThanApart, (a, b, c) -> (a + b + c) / (a + b));
      case HAMMING ->
          new Distance(
              Distance::present, Distance::unequalLessThanApart, (a, b, c) -> (a + b + c) / n);
      case EUCLIDEAN, L2, MINKOWSKI, SEUCLIDEAN ->
          ofSquares((a, b, c) -> Math.sqrt(Math.max(0, a + b - 2 * c)));
      case SQEUCLIDEAN -> ofSquares((a, b, c) -> Math.max(0, a + b - 2 * c));
      case CORRELATION -> new Distance(x -> x, null, (a, b, c) -> 1 - (c - a * b / n));
      case CHEBYSHEV -> ofSquares((a, b, c) -> c);
      default -> ofSets(similarity, n);
    };
  }

  /** With sets, a and b are their sizes and c is the size of what they share. */
  private static Distance ofSets(Similarity similarity, int n) {
    return ofSquares(
        switch (similarity) {
          case JACCARD, TANIMOTO -> (a, b, c) -> (a + b - 2 * c) / (a + b - c);
          case DICE -> (a, b, c) -> (a + b - 2 * c) / (a + b);
          case KULSINSKI -> (a, b, c) -> (a + b - 3 * c + n) / (a + b - 2 * c + n);
          case ROGERSTANIMOTO, SOKALMICHENER ->
              (a, b, c) -> 2 * (a + b - 2 * c) / (n + a + b - 2 * c);
          case RUSSELLRAO -> (a, b, c) -> (n - c) / n;
          case SOKALSNEATH -> (a, b, c) -> 2 * (a + b - 2 * c) / (2 * (a + b) - 3 * c);
          case YULE -> (a, b, c) -> yule((a - c) * (b - c), c * (n - a - b + c));
          default -> throw new IllegalArgumentException(similarity + " is not a distance");
        });
  }

  private static Distance ofSquares(Formula formula) {
    return new Distance(x -> (double) x * x, null, formula);
  }

  private static double yule(double discordant, double concordant) {
    return discordant == 0 ? 0 : 2 * discordant / (concordant + discordant);
  }

  private static double lessThanApart(float x, float y) {
    return Math.abs((double) x - y) - Math.abs(x) - Math.abs(y);
  }

  private static double relativeLessThanApart(float x, float y) {
    double apart = present(x) + present(y);
    return apart == 0 ? 0 : Math.abs((double) x - y) / (Math.abs(x) + Math.abs(y)) - apart;
  }

  private static double unequalLessThanApart(float x, float y) {
    return (x == y ? 0 : 1) - present(x) - present(y);
  }

  private static double present(float x) {
    return x == 0 ? 0 : 1;
  }
}
