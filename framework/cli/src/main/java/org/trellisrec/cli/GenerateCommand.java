package org.trellisrec.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.trellisrec.config.Params;
import org.trellisrec.data.Dataset;
import org.trellisrec.generate.DatasetWriter;
import org.trellisrec.generate.Generated;
import org.trellisrec.generate.Generator;
import org.trellisrec.report.DatasetStatistics;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.IoReason;
import org.trellisrec.spi.Seed;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a data set with planted structure. */
@Command(
    name = "generate",
    description = "Makes a data set with planted structure and writes it to files.",
    footer = {
      "%nFor instance: trellisrec generate --out data/toy users=2000 interactions=90000",
      "'trellisrec describe generated' shows every key, with its default."
    })
final class GenerateCommand implements Callable<Integer> {
  @Parameters(
      arity = "0..*",
      paramLabel = "KEY=VALUE",
      description = "What to generate; the keys of data_config with strategy 'generated'.")
  private List<String> assignments = List.of();

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where to write to.")
  private Path out;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    requireEmpty();
    Generated.Params params = Params.of(Generated.Params.class, values(assignments), "generate");
    int threads = Runtime.getRuntime().availableProcessors();
    Dataset data = Generator.generate("generated", params, new Seed(params.seed()), threads);
    PrintWriter screen = spec.commandLine().getOut();
    DatasetWriter.write(data, out).forEach(screen::println);
    screen.println(DatasetStatistics.of(data).sentence());
    return ExitStatus.GOOD;
  }

  private void requireEmpty() {
    if (!Files.exists(out)) {
      return;
    }
    if (!Files.isDirectory(out)) {
      throw new InputException("--out %s is a file; give a folder", out);
    }
    try (Stream<Path> entries = Files.list(out)) {
      if (entries.findAny().isPresent()) {
        throw new InputException(
            "--out %s: the folder is not empty; choose another folder, or delete this one", out);
      }
    } catch (IOException e) {
      throw new InputException("--out %s cannot be read: %s", out, IoReason.of(e));
    }
  }

  private static Map<String, String> values(List<String> assignments) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String assignment : assignments) {
      int equals = assignment.indexOf('=');
      if (equals < 1) {
        throw new InputException("'%s' is not KEY=VALUE, as in users=2000", assignment);
      }
      String key = assignment.substring(0, equals);
      if (values.put(key, assignment.substring(equals + 1)) != null) {
        throw new InputException("'%s' is given twice; give it once", key);
      }
    }
    return values;
  }
}
