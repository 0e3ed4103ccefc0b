package org.trellisrec.config.bind;

/**
 * The numbers a parameter may take.
 *
 * @param min the smallest
 * @param max the largest
 * @param aboveMin true if {@code min} itself is not allowed
 * @param belowMax true if {@code max} itself is not allowed
 */
public record Range(double min, double max, boolean aboveMin, boolean belowMax) {
  /** True if {@code value} is allowed. */
  public boolean contains(double value) {
    return (aboveMin ? value > min : value >= min) && (belowMax ? value < max : value <= max);
  }

  /** What of this lies within these limits. */
  Range within(double least, double greatest) {
    boolean ownMin = min >= least;
    boolean ownMax = max <= greatest;
    return new Range(
        ownMin ? min : least, ownMax ? max : greatest, ownMin && aboveMin, ownMax && belowMax);
  }

  /** True if there is no limit. */
  public boolean isUnlimited() {
    return min == Double.NEGATIVE_INFINITY && max == Double.POSITIVE_INFINITY;
  }

  /** The limits in words: {@code at least 1}, {@code above 0 and below 1}; or nothing. */
  public String words() {
    String lower = (aboveMin ? "above " : "at least ") + number(min);
    String upper = (belowMax ? "below " : "at most ") + number(max);
    if (isUnlimited()) {
      return "";
    }
    if (min == Double.NEGATIVE_INFINITY) {
      return upper;
    }
    return max == Double.POSITIVE_INFINITY ? lower : lower + " and " + upper;
  }

  static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) <= 0x1p63
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
