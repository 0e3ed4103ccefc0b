package org.trellisrec.config;

import java.util.Optional;
import org.trellisrec.spi.Param;

/**
 * When training stops before its last epoch.
 *
 * @param monitor what is watched: {@code loss}, or always {@code metric@cutoff}; it chooses the
 *     epoch whose weights are kept only as long as the validation metric has no value, as without
 *     validation data
 * @param mode whether lower or higher is better
 * @param patience number of validations in a row without improvement after which training stops
 * @param minDelta an improvement must be larger than this
 * @param relDelta an improvement must be larger than this share of the best value
 * @param baseline training stops if the first validation is not better than this; null for none
 * @param verbose read for Elliot's sake
 */
public record EarlyStoppingConfig(
    @Param(
            description =
                "What is watched: loss, or a metric such as nDCG@10; by default the validation"
                    + " metric. The weights that are kept are those of the best epoch by the"
                    + " validation metric or, with optimize_internal_loss, by the loss; without"
                    + " validation data by what is watched, if patience or baseline is set.",
            byDefault = Param.OPTIONAL)
        String monitor,
    @Param(
            description = "Whether lower or higher is better; auto knows from the metric.",
            byDefault = "auto")
        Mode mode,
    @Param(
            description =
                "Number of validations in a row without improvement after which training stops; 0"
                    + " never stops.",
            byDefault = "10",
            min = 0)
        int patience,
    @Param(description = "An improvement must be larger than this.", byDefault = "0", min = 0)
        double minDelta,
    @Param(
            description = "An improvement must be larger than this share of the best value.",
            byDefault = "0",
            min = 0)
        double relDelta,
    @Param(
            description = "Training stops if the first validation is not better than this.",
            byDefault = Param.OPTIONAL)
        Double baseline,
    @Param(
            description = "Not used: what is shown is chosen on the command line.",
            byDefault = Param.OPTIONAL)
        String verbose) {

  /** Which direction is better. */
  public enum Mode {
    /** As the monitored value says. */
    AUTO,
    /** Lower is better. */
    MIN,
    /** Higher is better. */
    MAX
  }

  static final String LOSS = "loss";

  /** The metric that is watched; nothing if it is the training loss. */
  public Optional<MetricAt> metric() {
    return monitor.equals(LOSS) ? Optional.empty() : Optional.of(MetricNames.parse(monitor));
  }

  EarlyStoppingConfig withMonitor(String watched) {
    return new EarlyStoppingConfig(watched, mode, patience, minDelta, relDelta, baseline, verbose);
  }
}
