package org.trellisrec.multiobjective;

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

  /** True if a larger value is better. */
  public boolean higherIsBetter() {
    return utopia > nadir;
  }

  /** How far {@code value} is better than the nadir; negative if it is worse. */
  double gain(double value) {
    return higherIsBetter() ? value - nadir : nadir - value;
  }
}
