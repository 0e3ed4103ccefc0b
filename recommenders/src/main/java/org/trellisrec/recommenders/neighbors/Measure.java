package org.trellisrec.recommenders.neighbors;

/**
 * The number that a {@link Similarity} makes of two profiles, given a sum over their common entries
 * and what can be computed of each profile alone, once, from a sum over its entries.
 */
sealed interface Measure {
  /** What an entry adds to the sum of its profile. */
  default double own(float value) {
    return (double) value * value;
  }

  /** What two entries of one term add to the common sum; null for their product. */
  default Distance.Both both() {
    return null;
  }

  /** What is needed of the entity that seeks neighbours, from the sum of its profile. */
  double left(double sum);

  /** What is needed of the candidate neighbour, from the sum of its profile. */
  double right(double sum);

  /** The similarity, given what is needed of both and the common sum; 0 where it is undefined. */
  double of(double left, double right, double common);

  /** True if profiles without a common entry can be similar. */
  default boolean comparesDisjoint() {
    return false;
  }

  /**
   * True if a common sum of 0 does not tell profiles without a common entry, which are left out,
   * from those whose entries cancel out.
   */
  default boolean needsPresence() {
    return false;
  }

  /**
   * The measure that these parameters ask for.
   *
   * @param terms number of terms of a profile
   */
  static Measure of(NeighborParams params, int terms) {
    Similarity similarity = params.similarity();
    boolean standard = params.implementation() == Implementation.STANDARD;
    if (similarity.isDistance() || (standard && similarity.comparesSets())) {
      boolean all = standard || similarity == Similarity.CHEBYSHEV;
      return new OfDistance(Distance.of(similarity, terms), h(params), all);
    }
    return ofProducts(params);
  }

  private static double h(NeighborParams params) {
    return params.shrink() + (params.implementation() == Implementation.AIOLLI ? 1e-6 : 0);
  }

  private static Measure ofProducts(NeighborParams params) {
    boolean aiolli = params.implementation() == Implementation.AIOLLI;
    double h = h(params);
    if (!params.normalize()) {
      return new Dot();
    }
    return switch (params.similarity()) {
      case COSINE, ADJUSTED, PEARSON -> new Cosine(0.5, h);
      case ASYMMETRIC -> new Cosine(params.asymmetricAlpha(), h);
      case JACCARD, TANIMOTO -> new Overlap(1, 1, h, 1);
      case TVERSKY -> new Overlap(params.tverskyAlpha(), params.tverskyBeta(), h, 1);
      case DICE -> aiolli ? new Overlap(.5, .5, h / 2, .5) : new Overlap(.5, .5, h, 1);
      case DOT -> new Dot();
      default -> throw new IllegalArgumentException(params.similarity() + " is a distance");
    };
  }

  /** {@code x·y / (|x|^(2a) |y|^(2-2a) + h)}; a = 1/2 is the cosine. */
  record Cosine(double alpha, double shrink) implements Measure {
    @Override
    public double left(double squares) {
      return alpha == 0.5 ? Math.sqrt(squares) : Math.pow(squares, alpha);
    }

    @Override
    public double right(double squares) {
      return alpha == 0.5 ? Math.sqrt(squares) : Math.pow(squares, 1 - alpha);
    }

    @Override
    public double of(double left, double right, double dot) {
      double denominator = left * right + shrink;
      return denominator == 0 ? 0 : dot / denominator;
    }
  }

  /** {@code c x·y / (x·y + a (|X| - x·y) + b (|Y| - x·y) + h)} for binary profiles. */
  record Overlap(double alpha, double beta, double shrink, double factor) implements Measure {
    @Override
    public double left(double squares) {
      return squares;
    }

    @Override
    public double right(double squares) {
      return squares;
    }

    @Override
    public double of(double left, double right, double dot) {
      double denominator = dot + alpha * (left - dot) + beta * (right - dot) + shrink;
      return denominator == 0 ? 0 : factor * dot / denominator;
    }
  }

  /** {@code x·y}. */
  record Dot() implements Measure {
    @Override
    public double left(double squares) {
      return 0;
    }

    @Override
    public double right(double squares) {
      return 0;
    }

    @Override
    public double of(double left, double right, double dot) {
      return dot;
    }
  }

  /** {@code 1 / (1 + d + h)} of a distance d. */
  record OfDistance(Distance distance, double shrink, boolean comparesDisjoint) implements Measure {
    @Override
    public double own(float value) {
      return distance.own().of(value);
    }

    @Override
    public Distance.Both both() {
      return distance.both();
    }

    @Override
    public boolean needsPresence() {
      return !comparesDisjoint;
    }

    @Override
    public double left(double sum) {
      return sum;
    }

    @Override
    public double right(double sum) {
      return sum;
    }

    @Override
    public double of(double left, double right, double common) {
      double d = distance.formula().of(left, right, common);
      return Double.isNaN(d) ? 0 : 1 / (1 + d + shrink);
    }
  }
}
