package org.trellisrec.report;

import org.trellisrec.data.EnumWord;

/**
 * One measured value: a row of {@code metrics.csv}.
 *
 * @param model label of the model in the configuration
 * @param trial number of the trial, from 0
 * @param seed master seed of this repetition
 * @param protocol name of the protocol
 * @param fold fold of the split, see {@link org.trellisrec.data.Split#fold()}
 * @param task name of the task
 * @param role what the value serves for
 * @param convention whose definition of the metric
 * @param metric label of the metric
 * @param cutoff length at which the lists were cut
 * @param value the value, NaN where undefined
 * @param users number of users behind it
 */
public record MetricRow(
    String model,
    int trial,
    long seed,
    String protocol,
    String fold,
    String task,
    Role role,
    String convention,
    String metric,
    int cutoff,
    double value,
    int users) {

  /** What a value serves for. */
  public enum Role {
    /** To choose between trials and epochs. */
    VALIDATION,
    /** To be reported. */
    TEST;

    /** The word in files. */
    @Override
    public String toString() {
      return EnumWord.of(this);
    }
  }

  /** The same value under another protocol. */
  MetricRow under(String other) {
    return new MetricRow(
        model, trial, seed, other, fold, task, role, convention, metric, cutoff, value, users);
  }

  /** True if the value served to choose, so that it is not a result. */
  public boolean validation() {
    return role == Role.VALIDATION;
  }
}
