package org.trellisrec.metrics.accuracy;

/** What a relevant item is worth, by its rating. */
public enum Gain {
  /** {@code 2^rating - 1}. */
  EXPONENTIAL,
  /** The rating. */
  LINEAR,
  /** 1, whatever the rating. */
  BINARY;

  double of(double rating) {
    return switch (this) {
      case EXPONENTIAL -> powerOfTwo(rating) - 1;
      case LINEAR -> rating;
      case BINARY -> 1;
    };
  }

  private static double powerOfTwo(double exponent) {
    int whole = (int) exponent;
    boolean exact = whole == exponent && whole >= 0 && whole < Long.SIZE - 1;
    return exact ? 1L << whole : Math.pow(2, exponent);
  }
}
