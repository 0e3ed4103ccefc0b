package org.trellisrec.spi;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What a run has left behind. */
public interface FinishedRun {
  /** The run folder. */
  Path folder();

  /**
   * The rows of a CSV file, cells by name of the column.
   *
   * @param file relative to the run folder, for instance {@code metrics.csv}
   * @throws InputException if there is no such file, or it is damaged
   */
  List<Map<String, String>> rows(String file);

  /**
   * Vectors per modality: one entry for each side of each model on each split that has any.
   *
   * @throws InputException if the run has none, saying how to get them
   */
  List<EmbeddedSide> embeddings();
}
