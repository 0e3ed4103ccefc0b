package org.trellisrec.metrics;

/** The discount {@code 1 / log2(rank + 2)} of cumulated gain; ranks count from 0. */
public final class LogDiscount {
  private static final double[] FIRST = new double[1024];

  static {
    for (int rank = 0; rank < FIRST.length; rank++) {
      FIRST[rank] = compute(rank);
    }
  }

  private LogDiscount() {}

  /** The discount of the item at {@code rank}. */
  public static double at(int rank) {
    return rank < FIRST.length ? FIRST[rank] : compute(rank);
  }

  private static double compute(int rank) {
    return Math.log(2) / Math.log(rank + 2.0);
  }
}
