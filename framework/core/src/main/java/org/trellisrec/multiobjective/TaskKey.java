package org.trellisrec.multiobjective;

/**
 * Which test task.
 *
 * @param protocol name of the protocol
 * @param task name of the task
 */
public record TaskKey(String protocol, String task) {
  /** A heading for readers. */
  public String title() {
    return protocol.equals(task) ? task : protocol + " / " + task;
  }
}
