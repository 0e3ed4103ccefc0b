package org.trellisrec.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.trellisrec.data.Dataset;
import org.trellisrec.evaluation.Evaluation;
import org.trellisrec.evaluation.RecommendationFile;
import org.trellisrec.pipeline.Judge.Judgement;
import org.trellisrec.report.PerUserFile;
import org.trellisrec.report.UnitKey;

/**
 * Writes what a unit produced on its test tasks: lists and values per user, in a folder per unit, a
 * file per task.
 */
record TestFiles(Path runFolder, Dataset data, boolean recommendations) {
  void write(UnitKey key, List<Judgement> tests) {
    try {
      for (Judgement test : tests) {
        if (recommendations) {
          RecommendationFile.write(
              lists(runFolder, key, test.task().name()), test.lists(), data.users(), data.items());
        }
        writePerUser(perUser(runFolder, key, test.task().name()), test.evaluation());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void writePerUser(Path file, Evaluation evaluation) throws IOException {
    PerUserFile.write(
        file,
        data.users(),
        evaluation.users(),
        evaluation.userValues().stream().map(v -> column(v.metric(), v.cutoff())).toList(),
        evaluation.userValues().stream().map(Evaluation.UserValues::values).toList());
  }

  /** Where the lists of a unit on a test task are. */
  static Path lists(Path runFolder, UnitKey key, String task) {
    return file(runFolder, "recommendations", key, task + ".tsv");
  }

  /** Where the values per user of a unit on a test task are. */
  static Path perUser(Path runFolder, UnitKey key, String task) {
    return file(runFolder, "per_user", key, task + ".csv");
  }

  /** The name of a column of that file. */
  static String column(String metric, int cutoff) {
    return metric + "@" + cutoff;
  }

  private static Path file(Path runFolder, String kind, UnitKey key, String name) {
    return runFolder.resolve(kind).resolve(key.fileName()).resolve(name);
  }
}
