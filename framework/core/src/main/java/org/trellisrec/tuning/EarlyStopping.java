package org.trellisrec.tuning;

import org.trellisrec.spi.EpochDecision;

/**
 * Keeps the best evaluation so far and stops after {@code patience} evaluations in a row that did
 * not improve on it. Mutable: one for each training.
 */
public final class EarlyStopping {
  private final Rule rule;
  private double best = Double.NaN;
  private int since;

  /**
   * When to stop.
   *
   * @param higherIsBetter direction of the monitored value
   * @param patience evaluations without improvement that are tolerated; 0 never stops
   * @param minDelta an improvement must be larger than this
   * @param relDelta an improvement must be larger than this share of the best value
   * @param baseline stop if the first evaluation is not better than this; NaN for none
   */
  public record Rule(
      boolean higherIsBetter, int patience, double minDelta, double relDelta, double baseline) {
    /** True if a training can be stopped by this rule. */
    public boolean isActive() {
      return patience > 0 || !Double.isNaN(baseline);
    }

    /** A rule that never stops. */
    public static Rule never(boolean higherIsBetter) {
      return new Rule(higherIsBetter, 0, 0, 0, Double.NaN);
    }
  }

  /** Applies a rule, and has seen nothing yet. */
  public EarlyStopping(Rule rule) {
    this.rule = rule;
  }

  /** Takes in one evaluation; NaN counts as no improvement. */
  public EpochDecision next(double value) {
    boolean first = Double.isNaN(best);
    boolean improved = !Double.isNaN(value) && (first || gain(value, best) > margin());
    boolean belowBaseline =
        first && !(Double.isNaN(rule.baseline()) || gain(value, rule.baseline()) > 0);
    if (improved) {
      best = value;
      since = 0;
    } else {
      since++;
    }
    boolean exhausted = rule.patience() > 0 && since >= rule.patience();
    return new EpochDecision(improved, belowBaseline || exhausted);
  }

  private double gain(double value, double over) {
    return rule.higherIsBetter() ? value - over : over - value;
  }

  private double margin() {
    return Math.max(rule.minDelta(), rule.relDelta() * Math.abs(best));
  }

  /** The best value so far, NaN before the first. */
  public double best() {
    return best;
  }
}
