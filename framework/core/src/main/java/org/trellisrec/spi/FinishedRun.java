package org.trellisrec.spi;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What a run has left behind. */
public interface FinishedRun {
  /**
   * One model on one split of one repetition.
   *
   * @param model label of the model
   * @param protocol name of the protocol
   * @param fold fold of the split
   * @param seed master seed of the repetition
   */
  record Unit(String model, String protocol, String fold, long seed) {
    /** The unit that a row of {@code metrics.csv} belongs to. */
    public static Unit of(Map<String, String> row) {
      return new Unit(
          row.get("model"), row.get("protocol"), row.get("fold"), Long.parseLong(row.get("seed")));
    }
  }

  /** The run folder. */
  Path folder();

  /**
   * True if the run has left this file, readable or not: an analysis that knows why a file may be
   * absent asks before it reads.
   *
   * @param file as for {@link #rows}
   */
  boolean has(String file);

  /**
   * The rows of a CSV file, cells by name of the column.
   *
   * @param file relative to the run folder, for instance {@code metrics.csv}
   * @throws InputException if there is no such file, or it is damaged
   */
  List<Map<String, String>> rows(String file);

  /**
   * Values of the metrics of users, a row per user: its id under {@code user}, and for each metric
   * the value, under for instance {@code nDCG@10}; empty where undefined.
   *
   * @param task name of a test task
   * @throws InputException if there are none, or the file is damaged
   */
  List<Map<String, String>> perUser(Unit unit, String task);

  /**
   * Vectors per modality: one entry for each side of each model on each split that has any.
   *
   * @throws InputException if the run has none, saying how to get them
   */
  List<EmbeddedSide> embeddings();
}
