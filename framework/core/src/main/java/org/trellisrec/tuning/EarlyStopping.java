package org.trellisrec.tuning;

import org.trellisrec.spi.EpochDecision;

/**
 * Keeps the best evaluation so far and stops after {@code patience} evaluations in a row that did
 * not improve on it by more than {@code minDelta}. Mutable: one for each training.
 */
public final class EarlyStopping {
  /** Stop rule that never stops. */
  public static final int NEVER = Integer.MAX_VALUE;

  private final boolean higherIsBetter;
  private final int patience;
  private final double minDelta;
  private double best = Double.NaN;
  private int since;

  /**
   * A rule that has seen nothing yet.
   *
   * @param higherIsBetter direction of the monitored value
   * @param patience evaluations without improvement that are tolerated, or {@link #NEVER}
   * @param minDelta an improvement must be larger than this
   */
  public EarlyStopping(boolean higherIsBetter, int patience, double minDelta) {
    this.higherIsBetter = higherIsBetter;
    this.patience = patience;
    this.minDelta = minDelta;
  }

  /** Takes in one evaluation; NaN counts as no improvement. */
  public EpochDecision next(double value) {
    double gain = higherIsBetter ? value - best : best - value;
    boolean improved = !Double.isNaN(value) && (Double.isNaN(best) || gain > minDelta);
    if (improved) {
      best = value;
      since = 0;
    } else {
      since++;
    }
    return new EpochDecision(improved, since > 0 && since >= patience);
  }

  /** The best value so far, NaN before the first. */
  public double best() {
    return best;
  }
}
