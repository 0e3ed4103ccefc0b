package org.trellisrec.report;

import java.util.Map;

/**
 * One trial of a model: a row of {@code trials.csv}.
 *
 * @param model label of the model
 * @param trial number of the trial, from 0
 * @param seed master seed of this repetition
 * @param protocol name of the protocol
 * @param fold fold of the split
 * @param parameters every parameter with its value, in declaration order
 * @param metric the metric that decides, empty if there is nothing to decide
 * @param value its value on validation data, NaN if there is none
 * @param users number of users behind it, those of all validation tasks together; 0 for a loss
 * @param bestEpoch the epoch whose model was kept, from 1; 0 if there was none, as of a restored
 *     model or one without epochs
 * @param best true for the trial that was chosen
 * @param error why the trial failed, empty if it did not
 */
public record TrialRow(
    String model,
    int trial,
    long seed,
    String protocol,
    String fold,
    Map<String, String> parameters,
    String metric,
    double value,
    int users,
    int bestEpoch,
    boolean best,
    String error) {

  /** The same trial under another protocol. */
  TrialRow under(String other) {
    return new TrialRow(
        model, trial, seed, other, fold, parameters, metric, value, users, bestEpoch, best, error);
  }

  /** The same trial, marked as chosen or not. */
  public TrialRow chosen(boolean chosen) {
    return new TrialRow(
        model,
        trial,
        seed,
        protocol,
        fold,
        parameters,
        metric,
        value,
        users,
        bestEpoch,
        chosen,
        error);
  }
}
