package org.trellisrec.report;

import java.util.LongSummaryStatistics;
import java.util.stream.LongStream;

/**
 * A number that may differ between folds, repetitions, metrics or models.
 *
 * @param least the smallest
 * @param most the largest
 */
record CountRange(long least, long most) {
  /** The range of these numbers; 0 if there are none. */
  static CountRange of(LongStream numbers) {
    LongSummaryStatistics all = numbers.summaryStatistics();
    return all.getCount() == 0 ? new CountRange(0, 0) : new CountRange(all.getMin(), all.getMax());
  }

  /** {@code 60}, or {@code 59-60} where they differ. */
  @Override
  public String toString() {
    return least == most ? Long.toString(least) : least + "-" + most;
  }
}
