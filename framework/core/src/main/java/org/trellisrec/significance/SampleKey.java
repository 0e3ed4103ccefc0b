package org.trellisrec.significance;

/**
 * Says what was measured: models are compared only under the same key.
 *
 * @param protocol name of the protocol
 * @param task name of the task
 * @param metric label of the metric
 * @param cutoff length of the lists
 */
public record SampleKey(String protocol, String task, String metric, int cutoff) {
  /** The key for readers, for instance {@code nDCG@10 (user_cold)}. */
  public String title() {
    return metric + "@" + cutoff + " (" + where() + ")";
  }

  /** Protocol and task for readers. */
  String where() {
    return protocol.equals(task) ? task : protocol + " / " + task;
  }

  /** The name under which seeds are derived. */
  String seedName() {
    return protocol + "/" + task + "/" + metric + "@" + cutoff;
  }
}
