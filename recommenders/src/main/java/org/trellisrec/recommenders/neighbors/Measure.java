package org.trellisrec.recommenders.neighbors;

/**
 * The number that a {@link Similarity} makes of two profiles, given their dot product and what can
 * be computed of each profile alone, once, from its sum of squares.
 */
sealed interface Measure {
  /** What is needed of the entity that seeks neighbours. */
  double left(double squares);

  /** What is needed of the candidate neighbour. */
  double right(double squares);

  /** The similarity; 0 where it is undefined. */
  double of(double left, double right, double dot);

  /** True if profiles without a common entry can be similar. */
  default boolean comparesDisjoint() {
    return false;
  }

  /** The measure that these parameters ask for. */
  static Measure of(NeighborParams params) {
    boolean aiolli = params.implementation() == Implementation.AIOLLI;
    double h = params.shrink() + (aiolli ? 1e-6 : 0);
    if (!params.normalize()) {
      return new Dot();
    }
    Measure measure =
        switch (params.similarity()) {
          case COSINE, ADJUSTED, PEARSON -> new Cosine(0.5, h);
          case ASYMMETRIC -> new Cosine(params.asymmetricAlpha(), h);
          case JACCARD, TANIMOTO -> new Overlap(1, 1, h, 1);
          case TVERSKY -> new Overlap(params.tverskyAlpha(), params.tverskyBeta(), h, 1);
          case DICE -> aiolli ? new Overlap(.5, .5, h / 2, .5) : new Overlap(.5, .5, h, 1);
          case EUCLIDEAN -> new Euclidean(h);
          case DOT -> new Dot();
        };
    boolean standard = params.implementation() == Implementation.STANDARD;
    return standard && params.similarity() != Similarity.COSINE && !(measure instanceof Dot)
        ? new OfDistance(measure)
        : measure;
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

  /** {@code 1 / (1 + |x - y| + h)}. */
  record Euclidean(double shrink) implements Measure {
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
      return 1 / (1 + Math.sqrt(Math.max(0, left + right - 2 * dot)) + shrink);
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

  /** {@code 1 / (1 + d)}, where the distance d is that of the measure, or 1 less a similarity. */
  record OfDistance(Measure similarity) implements Measure {
    @Override
    public double left(double squares) {
      return similarity.left(squares);
    }

    @Override
    public double right(double squares) {
      return similarity.right(squares);
    }

    @Override
    public double of(double left, double right, double dot) {
      double value = similarity.of(left, right, dot);
      return similarity instanceof Euclidean ? value : 1 / (2 - value);
    }

    @Override
    public boolean comparesDisjoint() {
      return true;
    }
  }
}
