package org.trellisrec.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.config.Configurator;
import org.trellisrec.evaluation.Mask;
import org.trellisrec.spi.Convention;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.ScopeType;

/** The command {@code trellisrec}. */
@Command(
    name = "trellisrec",
    description = "Trains and evaluates recommenders as one YAML file declares.",
    versionProvider = Main.Version.class,
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    synopsisSubcommandLabel = "COMMAND",
    commandListHeading = "%nCommands:%n",
    optionListHeading = "%nOptions:%n",
    parameterListHeading = "%nArguments:%n",
    descriptionHeading = "%n",
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:all good",
      "1:some model failed, or the program itself did",
      "2:the input is wrong"
    })
public final class Main implements Callable<Integer> {
  @Option(
      names = "--verbose",
      scope = ScopeType.INHERIT,
      description =
          "Show the choices made, the sizes of splits and the time of every phase, and the stack trace of a"
              + " failure.")
  private boolean verbose;

  @Option(
      names = "--quiet",
      scope = ScopeType.INHERIT,
      description = "Show results, warnings and errors only.")
  private boolean quiet;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  /** Ends the process with the status of the command. */
  public static void main(String[] args) {
    System.exit(run(Commands.all(), writer(FileDescriptor.out), writer(FileDescriptor.err), args));
  }

  /** Runs one command line and returns its exit status. */
  static int run(
      List<? extends Callable<Integer>> commands,
      PrintWriter out,
      PrintWriter err,
      String... args) {
    // Messages are English, and digits of another language are no part of that.
    Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT);
    Main main = new Main();
    Failures failures = new Failures(main::verbose);
    CommandLine line = new CommandLine(main);
    commands.forEach(line::addSubcommand);
    line.setOut(out)
        .setErr(err)
        .setUsageHelpAutoWidth(true)
        .setAbbreviatedOptionsAllowed(false)
        .registerConverter(Convention.class, new Word<>(Convention.class))
        .registerConverter(Mask.class, new Word<>(Mask.class))
        .setExecutionStrategy(main::execute)
        .setParameterExceptionHandler(new WrongUsage())
        .setExecutionExceptionHandler(failures);
    try {
      return line.execute(args);
    } catch (OutOfMemoryError | StackOverflowError | LinkageError fatal) {
      return failures.tell(fatal, err);
    } finally {
      out.flush();
      err.flush();
    }
  }

  /** True if the user wants every detail. */
  boolean verbose() {
    return verbose;
  }

  /** True if the user wants results, warnings and errors only. */
  boolean quiet() {
    return quiet;
  }

  /**
   * Characters in a line of the terminal that standard output goes to, as the launcher found them;
   * without limit if it is none.
   */
  static int columns() {
    int columns = Integer.getInteger("trellisrec.columns", 0);
    return columns > 0 ? columns : Integer.MAX_VALUE;
  }

  /** Shows what a run is doing. */
  ConsoleListener listener() {
    boolean terminal = Boolean.getBoolean("trellisrec.terminal");
    return new ConsoleListener(
        spec.commandLine().getErr(), ConsoleListener.Level.of(quiet, verbose), terminal);
  }

  /** Without a sub-command there is nothing to do but to say what there is. */
  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getErr());
    return ExitStatus.WRONG_INPUT;
  }

  private int execute(ParseResult parsed) {
    if (verbose) {
      Configurator.setLevel("org.trellisrec", Level.DEBUG);
    }
    return new RunLast().execute(parsed);
  }

  private static PrintWriter writer(FileDescriptor stream) {
    return new PrintWriter(
        new OutputStreamWriter(new FileOutputStream(stream), StandardCharsets.UTF_8), true);
  }

  /** The version that Maven wrote into the manifest of the jar. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Main.class.getPackage().getImplementationVersion();
      return new String[] {
        "TrellisRec " + (version == null ? "(not packaged)" : version),
        "Java " + Runtime.version() + ", " + System.getProperty("java.vm.name")
      };
    }
  }
}
