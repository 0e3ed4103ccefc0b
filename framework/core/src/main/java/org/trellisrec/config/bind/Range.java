package org.trellisrec.config.bind;

/**
 * The numbers a parameter may take.
 *
 * @param min the smallest
 * @param max the largest
 * @param open true if {@code min} itself is not allowed
 */
public record Range(double min, double max, boolean open) {
  /** True if {@code value} is allowed. */
  public boolean contains(double value) {
    return (open ? value > min : value >= min) && value <= max;
  }

  /** What of this lies within these limits. */
  Range within(double least, double greatest) {
    boolean own = min >= least;
    return new Range(own ? min : least, Math.min(max, greatest), own && open);
  }

  /** True if there is no limit. */
  public boolean isUnlimited() {
    return min == Double.NEGATIVE_INFINITY && max == Double.POSITIVE_INFINITY;
  }

  /** The limits in words: {@code at least 1}, {@code more than 0 and at most 1}; or nothing. */
  public String words() {
    String lower = (open ? "more than " : "at least ") + number(min);
    String upper = "at most " + number(max);
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
