package org.trellisrec.report;

import java.util.Arrays;
import java.util.function.DoubleFunction;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;

/**
 * A value over folds and repetitions.
 *
 * @param mean of those that are defined, NaN if none is
 * @param deviation sample standard deviation of the same, NaN of fewer than two
 * @param defined how many of the values are defined
 * @param values how many there are
 */
public record Spread(double mean, double deviation, long defined, long values) {
  /** The spread of these values, of which NaN stands for one that is undefined. */
  public static Spread of(double... values) {
    SummaryStatistics defined = new SummaryStatistics();
    Arrays.stream(values).filter(value -> !Double.isNaN(value)).forEach(defined::addValue);
    return new Spread(
        defined.getMean(),
        defined.getN() > 1 ? defined.getStandardDeviation() : Double.NaN,
        defined.getN(),
        values.length);
  }

  /** True if there is a mean, but of some of the values alone. */
  boolean isPartial() {
    return defined > 0 && defined < values;
  }

  /**
   * The mean and, of several values, their deviation, even if it is 0: that they are equal is not
   * that there is only one.
   *
   * @param number writes a number, NaN among them
   * @param plusMinus stands between the two, blanks included
   */
  String text(DoubleFunction<String> number, String plusMinus) {
    String first = number.apply(mean);
    return Double.isNaN(deviation) ? first : first + plusMinus + number.apply(deviation);
  }
}
