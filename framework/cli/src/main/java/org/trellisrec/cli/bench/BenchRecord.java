package org.trellisrec.cli.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;

/** All that was measured: {@code bench.txt} to read, {@code bench.json} with every single run. */
final class BenchRecord {
  private final Path folder;
  private final Map<String, String> facts;
  private final List<Measured> measured = new ArrayList<>();
  private final List<RunResult> raw = new ArrayList<>();

  /**
   * An empty record.
   *
   * @param folder where to write it
   * @param facts about the machine and the data
   */
  BenchRecord(Path folder, Map<String, String> facts) {
    this.folder = folder;
    this.facts = facts;
  }

  void add(Workload workload, Collection<RunResult> results) {
    measured.add(Measured.of(workload, results));
    raw.addAll(results);
  }

  /** Writes both files and returns the text. */
  String write() throws IOException {
    StringBuilder text = new StringBuilder();
    facts.forEach((name, value) -> text.append("%s: %s%n".formatted(name, value)));
    text.append('\n').append(FigureTable.of(measured).text());
    Files.writeString(folder.resolve("bench.txt"), text);
    Path json = folder.resolve("bench.json");
    try (PrintStream out =
        new PrintStream(Files.newOutputStream(json), false, StandardCharsets.UTF_8)) {
      ResultFormatFactory.getInstance(ResultFormatType.JSON, out).writeOut(raw);
    }
    return text.toString();
  }
}
