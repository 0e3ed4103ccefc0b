package org.trellisrec.report;

import java.util.List;
import org.trellisrec.data.TaskNames;

/**
 * A test task in which only some modalities of one side were kept, and the task it was made of.
 *
 * @param protocol name of the protocol
 * @param task name of the task
 * @param base name of the task in which all modalities are visible; equal to {@code task} if all
 *     are kept
 * @param side {@code users} or {@code items}
 * @param kept the modalities kept
 * @param interactions true if the interactions of the entities are among them
 */
public record KeptModalities(
    String protocol,
    String task,
    String base,
    String side,
    List<String> kept,
    boolean interactions) {
  /** Keeps its own copy of the list. */
  public KeptModalities {
    kept = List.copyOf(kept);
  }

  /** True if the other is made of the same task by modalities of the same side. */
  boolean isOf(KeptModalities other) {
    return protocol.equals(other.protocol) && base.equals(other.base) && side.equals(other.side);
  }

  /** True if the value comes from this task, and modalities are withheld in it. */
  public boolean withholds(MetricRow row) {
    return TaskNames.withholds(task) && row.protocol().equals(protocol) && row.task().equals(task);
  }
}
