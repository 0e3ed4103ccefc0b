package org.trellisrec.report;

/**
 * Numbers as text, each as {@link Double#toString} has it. Values per user repeat often, such as 0,
 * 1 and fractions of a cutoff, and making the text takes longer than finding it again.
 */
final class NumberTexts {
  private static final int BITS = 12;
  private static final int SLOTS = 1 << BITS;
  private static final long SPREAD = 0x9E37_79B9_7F4A_7C15L;

  private final long[] bits = new long[SLOTS];
  private final String[] texts = new String[SLOTS];

  /** The text of a number. */
  String of(double number) {
    long wanted = Double.doubleToRawLongBits(number);
    int slot = (int) ((wanted * SPREAD) >>> (Long.SIZE - BITS));
    if (texts[slot] == null || bits[slot] != wanted) {
      texts[slot] = Double.toString(number);
      bits[slot] = wanted;
    }
    return texts[slot];
  }
}
