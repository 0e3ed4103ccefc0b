package org.trellisrec.report;

/**
 * One measured value: a row of {@code metrics.csv}.
 *
 * @param model label of the model in the configuration
 * @param trial number of the trial, from 0
 * @param seed master seed of this repetition
 * @param protocol name of the protocol
 * @param fold fold of the split, see {@link org.trellisrec.data.Split#fold()}
 * @param task name of the task; validation tasks start with {@code validation}
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
    String convention,
    String metric,
    int cutoff,
    double value,
    int users) {

  /** True if the value belongs to a validation task. */
  public boolean validation() {
    return task.startsWith("validation");
  }
}
