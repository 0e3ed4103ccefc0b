package org.trellisrec.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.trellisrec.fetch.Downloader;
import org.trellisrec.fetch.PublicDataset;
import org.trellisrec.fetch.PublicDatasets;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Gets a public data set from its publisher. */
@Command(
    name = "fetch",
    description = "Gets a public data set from its publisher; without a name, lists them.",
    footer = "%nAn interrupted download goes on where it stopped.")
final class FetchCommand implements Callable<Integer> {
  @Parameters(arity = "0..1", paramLabel = "NAME", description = "The data set.")
  private String name;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "data",
      description = "The folder to put the data set's folder into; default: ${DEFAULT-VALUE}.")
  private Path out;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter screen = spec.commandLine().getOut();
    if (name == null) {
      PublicDatasets.all().forEach(known -> screen.println(known.name() + "  " + known.archive()));
      return ExitStatus.GOOD;
    }
    PublicDataset dataset = PublicDatasets.named(name);
    Path folder = new Downloader(spec.commandLine().getErr()::println).fetch(dataset, out);
    screen.printf("%s%nTo read it: %s%n", folder, dataset.hint());
    return ExitStatus.GOOD;
  }
}
