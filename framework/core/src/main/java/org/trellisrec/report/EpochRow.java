package org.trellisrec.report;

/**
 * One epoch of an iterative model: a row of {@code epochs.csv}. An epoch has a row for each value
 * that was watched, and one row if it was not validated.
 *
 * @param model label of the model
 * @param trial number of the trial
 * @param seed master seed of this repetition
 * @param protocol name of the protocol
 * @param fold fold of the split
 * @param epoch number of epochs done, from 1
 * @param loss training loss as the model defines it, a mean over examples or over batches
 * @param metric a watched validation metric, empty if this epoch was not validated
 * @param value its value, NaN if this epoch was not validated
 * @param users number of users behind it, those of all validation tasks together
 * @param wallSeconds elapsed seconds of the epoch, validation excluded; NaN under a protocol that
 *     it was not trained under
 * @param cpuSeconds processor seconds of the epoch, validation excluded; NaN under a protocol that
 *     it was not trained under
 */
public record EpochRow(
    String model,
    int trial,
    long seed,
    String protocol,
    String fold,
    int epoch,
    double loss,
    String metric,
    double value,
    int users,
    double wallSeconds,
    double cpuSeconds) {
  /**
   * The same epoch under another protocol, which shares the training. Its times are left out, so
   * that sums do not count it twice.
   */
  EpochRow under(String other) {
    return new EpochRow(
        model, trial, seed, other, fold, epoch, loss, metric, value, users, Double.NaN, Double.NaN);
  }
}
