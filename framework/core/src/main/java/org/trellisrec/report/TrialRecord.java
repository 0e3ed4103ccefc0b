package org.trellisrec.report;

import java.util.List;

/**
 * All that came of one finished trial, apart from its model. It is what the journal keeps until the
 * unit has finished.
 *
 * @param position where its parameters are in the search space: a number in [0, 1) for each that is
 *     searched
 * @param row the trial with the value that it is judged by
 * @param metrics its values on validation data
 * @param lists how many users were given a list, by the task that chose
 * @param timings times of its phases
 * @param epochs its epochs
 */
public record TrialRecord(
    List<Double> position,
    TrialRow row,
    List<MetricRow> metrics,
    List<ListCount> lists,
    List<TimingRow> timings,
    List<EpochRow> epochs) {
  /** Keeps its own copies of the lists. */
  public TrialRecord {
    position = List.copyOf(position);
    metrics = List.copyOf(metrics);
    lists = List.copyOf(lists);
    timings = List.copyOf(timings);
    epochs = List.copyOf(epochs);
  }

  /**
   * The record of the same trial under a protocol that is learned from the same. Times stay with
   * the protocol that it was trained under.
   */
  public TrialRecord under(String protocol) {
    if (row.protocol().equals(protocol)) {
      return this;
    }
    return new TrialRecord(
        position,
        row.under(protocol),
        metrics.stream().map(metric -> metric.under(protocol)).toList(),
        lists,
        List.of(),
        epochs.stream().map(epoch -> epoch.under(protocol)).toList());
  }

  /** True if there is no model. */
  public boolean failed() {
    return !row.error().isEmpty();
  }
}
