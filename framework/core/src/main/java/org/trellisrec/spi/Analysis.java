package org.trellisrec.spi;

import java.io.IOException;

/**
 * Looks at a finished run and writes tables or plots about it. Nothing is trained, and what was
 * measured does not change, so that a run can be analysed at any time after its end.
 */
public interface Analysis {
  /**
   * Analyses a run. The same files give the same output.
   *
   * @throws InputException if the run lacks what this analysis needs, saying how to get it
   * @throws IOException if output cannot be written
   */
  void analyze(FinishedRun run, AnalysisOutput output) throws IOException;

  /** True if it reads {@link FinishedRun#embeddings}, which a run then has to write. */
  default boolean readsEmbeddings() {
    return false;
  }
}
