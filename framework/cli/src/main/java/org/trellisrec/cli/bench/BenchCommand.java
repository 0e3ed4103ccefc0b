package org.trellisrec.cli.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.openjdk.jmh.runner.RunnerException;
import org.trellisrec.cli.bench.Workspace.Data;
import org.trellisrec.data.EnumWord;
import org.trellisrec.spi.InputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code trellisrec bench}: speed and memory on this machine, beside the targets. */
@Command(
    name = "bench",
    description = "Measures speed and memory on this machine, and compares them with targets.",
    footer = {
      "%nEvery benchmark runs in JVMs of its own. The first run in a JVM, which pays for the JIT",
      "compiler, and the later ones are told apart; shown are medians."
    })
public final class BenchCommand implements Callable<Integer> {
  @Parameters(
      arity = "0..*",
      paramLabel = "NAME",
      completionCandidates = Names.class,
      description =
          "Any of ${COMPLETION-CANDIDATES}. Those from cobrar on take minutes each; by default all"
              + " before them.")
  private List<String> names = List.of();

  @Option(
      names = "--ml1m",
      paramLabel = "DIR",
      description =
          "Folder with train.tsv, val.tsv and test.tsv of MovieLens-1M; by default, data of that"
              + " shape are generated.")
  private Path movielens;

  @Option(
      names = "--baby",
      paramLabel = "DIR",
      description =
          "Folder with train.tsv, val.tsv and test.tsv of Amazon Baby; without it, 'baby' and what"
              + " works on it are left out.")
  private Path baby;

  @Option(
      names = "--rows",
      paramLabel = "N",
      defaultValue = "20000000",
      description =
          "Rows of the file that 'load' reads, ten times those of 'quoted' and 'saved'; default:"
              + " ${DEFAULT-VALUE}.")
  private int rows;

  @Option(
      names = "--users",
      paramLabel = "N",
      defaultValue = "1000000",
      description = "Users whose lists 'memory' measures; default: ${DEFAULT-VALUE}.")
  private int users;

  @Option(
      names = "--forks",
      paramLabel = "N",
      defaultValue = "3",
      description = "JVMs per benchmark, 0 for none but this one; default: ${DEFAULT-VALUE}.")
  private int forks;

  @Option(
      names = "--iterations",
      paramLabel = "N",
      defaultValue = "5",
      description = "Runs in each JVM; default: ${DEFAULT-VALUE}.")
  private int iterations;

  @Option(
      names = "--threads",
      paramLabel = "N",
      defaultValue = "0",
      description = "Threads a run may use, 0 for one per processor; default: ${DEFAULT-VALUE}.")
  private int threads;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "bench-results",
      description = "Where to leave the table and all figures; default: ${DEFAULT-VALUE}.")
  private Path out;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    check();
    List<Workload> workloads = workloads();
    Map<String, String> facts = Machine.facts();
    facts.put("JVMs, runs in each", forks + ", " + iterations);
    facts.put("threads", threads == 0 ? "one per processor" : Integer.toString(threads));
    facts.put("MovieLens-1M", movielens == null ? "generated data of its shape" : "the real data");
    facts.put("rows of the large file", Integer.toString(rows));
    facts.put("users of 'memory'", Integer.toString(users));
    Files.createDirectories(out);
    BenchRecord bench = new BenchRecord(out, facts);
    try (Workspace workspace = Workspace.in(out, given(), rows, users)) {
      BenchRunner runner =
          new BenchRunner(workspace, forks, iterations, threads, out.resolve("jmh.log"));
      for (Workload workload : workloads) {
        say(workload.word() + " ...");
        bench.add(workload, runner.run(workload));
      }
    } catch (RunnerException e) {
      throw new IllegalStateException(whyFailed(e, out.resolve("jmh.log")), e);
    }
    say("");
    spec.commandLine().getOut().print(bench.write());
    say("%nTable and raw figures: %s".formatted(out));
    return ExitCode.OK;
  }

  /** JMH refuses some runs, as beside another one, before it writes anything into its log. */
  static String whyFailed(RunnerException failure, Path log) throws IOException {
    String message = failure.getMessage() == null ? "" : ": " + failure.getMessage().strip();
    boolean logged = Files.exists(log) && Files.size(log) > 0;
    return "a benchmark failed%s%s"
        .formatted(message.replaceAll("\\s+", " "), logged ? "; %s tells more".formatted(log) : "");
  }

  private void say(String line) {
    PrintWriter screen = spec.commandLine().getOut();
    screen.println(line);
    screen.flush();
  }

  private void check() {
    if (rows < BenchmarkData.LEAST_ROWS
        || users < 100
        || forks < 0
        || iterations < 1
        || threads < 0) {
      throw new InputException(
          "--rows is %d, --users %d, --forks %d, --iterations %d and --threads %d; expected at least 4000, 100, 0, 1 and 0",
          rows, users, forks, iterations, threads);
    }
  }

  private List<Workload> workloads() {
    List<Workload> chosen =
        names.isEmpty()
            ? Stream.of(Workload.values())
                .filter(workload -> workload.data() != Data.BABY || baby != null)
                .filter(workload -> !workload.isLong())
                .toList()
            : names.stream().map(Workload::named).distinct().toList();
    if (baby == null) {
      chosen.stream().filter(workload -> workload.data() == Data.BABY).forEach(this::refuse);
    }
    return chosen;
  }

  private void refuse(Workload workload) {
    throw new InputException(
        "'%s' needs --baby DIR, the folder with train.tsv, val.tsv and test.tsv of Amazon Baby",
        workload.word());
  }

  private Map<Data, Path> given() {
    Map<Data, Path> given = new EnumMap<>(Data.class);
    if (movielens != null) {
      given.put(Data.MOVIELENS, movielens);
    }
    if (baby != null) {
      given.put(Data.BABY, baby);
    }
    return given;
  }

  /** The words for all benchmarks; made by the parser of the command line. */
  static final class Names implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return EnumWord.all(Workload.class).iterator();
    }
  }
}
