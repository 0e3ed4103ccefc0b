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
record TestFiles(Path runFolder, Dataset data, boolean recommendations)
    implements ModelRun.TestOutput {
  @Override
  public void write(UnitKey key, List<Judgement> tests) {
    try {
      for (Judgement test : tests) {
        if (recommendations) {
          RecommendationFile.write(
              file("recommendations", key, test, ".tsv"), test.lists(), data.users(), data.items());
        }
        writePerUser(file("per_user", key, test, ".csv"), test.evaluation());
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
        evaluation.userValues().stream().map(v -> v.metric() + "@" + v.cutoff()).toList(),
        evaluation.userValues().stream().map(Evaluation.UserValues::values).toList());
  }

  private Path file(String kind, UnitKey key, Judgement test, String ending) {
    return runFolder.resolve(kind).resolve(key.fileName()).resolve(test.task().name() + ending);
  }
}
