package org.example.slowest;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import org.trellisrec.spi.Analysis;
import org.trellisrec.spi.AnalysisOutput;
import org.trellisrec.spi.FinishedRun;
import org.trellisrec.spi.Summary;

/** The phases of a run, the slowest first; those of no single model have none. */
@Summary("The phases of a run, the slowest first.")
public final class Slowest implements Analysis {
  private static final List<String> COLUMNS = List.of("model", "protocol", "phase", "wall_s");

  @Override
  public void analyze(FinishedRun run, AnalysisOutput output) throws IOException {
    List<List<String>> rows =
        run.rows("timings.csv").stream()
            .sorted(Comparator.comparingDouble(row -> -Double.parseDouble(row.get("wall_s"))))
            .map(row -> COLUMNS.stream().map(row::get).toList())
            .toList();
    output.table("slowest", COLUMNS, rows);
  }
}
