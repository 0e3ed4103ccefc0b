package org.trellisrec.multiobjective;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import org.trellisrec.spi.InputException;

/**
 * A metric as one of several objectives.
 *
 * @param metric label of the metric in result tables
 * @param cutoff the cutoff k
 * @param utopia the best value conceivable
 * @param nadir the worst value that is of interest; it also tells the direction
 */
public record Objective(String metric, int cutoff, double utopia, double nadir) {
  /** Checks that there is a way from nadir to utopia. */
  public Objective {
    if (!Double.isFinite(utopia) || !Double.isFinite(nadir) || utopia == nadir) {
      throw new InputException(
          "the objective %s@%d has the utopia %s and the nadir %s; they must be two numbers",
          metric, cutoff, utopia, nadir);
    }
  }

  /** A metric between 0 and 1. */
  public static Objective unit(String metric, int cutoff, boolean higherIsBetter) {
    return new Objective(metric, cutoff, higherIsBetter ? 1 : 0, higherIsBetter ? 0 : 1);
  }

  /**
   * An objective whose bounds are the best and the worst of these values. Where they do not differ,
   * it is fulfilled by all.
   *
   * @param values of the models, NaN where one has none
   */
  static Objective observed(String metric, int cutoff, boolean higherIsBetter, double[] values) {
    DoubleSummaryStatistics defined =
        Arrays.stream(values).filter(Double::isFinite).summaryStatistics();
    if (defined.getCount() == 0) {
      return unit(metric, cutoff, higherIsBetter);
    }
    double best = higherIsBetter ? defined.getMax() : defined.getMin();
    double worst = higherIsBetter ? defined.getMin() : defined.getMax();
    double below = higherIsBetter ? best - 1 : best + 1;
    return new Objective(metric, cutoff, best, best == worst ? below : worst);
  }

  /**
   * This objective.
   *
   * @throws InputException if its bounds do not say that higher values are better where they are
   */
  Objective directed(boolean higherIsBetterByMetric) {
    if (higherIsBetter() != higherIsBetterByMetric) {
      throw new InputException(
          "the utopia %s and the nadir %s say that %s values of %s are better, but %s ones are",
          utopia,
          nadir,
          higherIsBetter() ? "higher" : "lower",
          metric,
          higherIsBetterByMetric ? "higher" : "lower");
    }
    return this;
  }

  /** The value on a scale from 0 at the nadir to 1 at the utopia. */
  double scaled(double value) {
    return (value - nadir) / (utopia - nadir);
  }

  /** True if the value is neither worse than the nadir nor better than the utopia. */
  boolean spans(double value) {
    return gain(value) >= 0 && gain(value) <= gain(utopia);
  }

  /** Metric and cutoff, as columns are called. */
  public String title() {
    return metric + "@" + cutoff;
  }

  /** True if a larger value is better. */
  public boolean higherIsBetter() {
    return utopia > nadir;
  }

  /** How far {@code value} is better than the nadir; negative if it is worse. */
  double gain(double value) {
    return higherIsBetter() ? value - nadir : nadir - value;
  }
}
