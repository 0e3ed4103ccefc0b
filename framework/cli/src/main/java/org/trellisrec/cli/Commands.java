package org.trellisrec.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.trellisrec.cli.bench.BenchCommand;

/** The table of contents of the command line. */
final class Commands {
  private Commands() {}

  /** All sub-commands, in the order in which the help shows them. */
  static List<Callable<Integer>> all() {
    return List.of(
        new RunCommand(),
        new ValidateCommand(),
        new SplitCommand(),
        new EvaluateCommand(),
        new AnalyzeCommand(),
        new ListCommand(),
        new DescribeCommand(),
        new GenerateCommand(),
        new FetchCommand(),
        new BenchCommand());
  }
}
