package org.trellisrec.pipeline;

import java.nio.file.Path;
import org.trellisrec.report.RunReport;

/**
 * What came of a run.
 *
 * @param folder the run folder
 * @param report everything that was written there
 */
public record RunOutcome(Path folder, RunReport report) {
  /** True if every model was evaluated on every split. */
  public boolean complete() {
    return report.failures().isEmpty();
  }
}
