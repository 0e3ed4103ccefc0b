package org.trellisrec.pipeline;

import java.nio.file.Path;
import org.trellisrec.report.RunReport;

/**
 * What came of a run.
 *
 * @param folder the run folder
 * @param report everything that was written there
 * @param analyzed true if every analysis that was asked for could be made
 */
public record RunOutcome(Path folder, RunReport report, boolean analyzed) {
  /** True if every model was evaluated on every split, and all was analysed. */
  public boolean complete() {
    return analyzed && report.failures().isEmpty();
  }
}
