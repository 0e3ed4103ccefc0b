package org.trellisrec.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import org.trellisrec.spi.InputException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/**
 * Turns exceptions into messages. A wrong input is told as it is; anything else is a failure of the
 * program: one line, and the stack trace in a file or, with {@code --verbose}, on the spot.
 */
final class Failures implements IExecutionExceptionHandler {
  private final BooleanSupplier verbose;

  Failures(BooleanSupplier verbose) {
    this.verbose = verbose;
  }

  @Override
  public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
    return tell(failure, command.getErr());
  }

  /** Tells what went wrong and returns the exit status. */
  int tell(Throwable failure, PrintWriter err) {
    if (failure instanceof InputException) {
      err.println("error: " + failure.getMessage());
      return ExitStatus.WRONG_INPUT;
    }
    err.println("error: the program failed: " + oneLine(failure));
    if (failure instanceof OutOfMemoryError) {
      err.printf(
          "The heap may grow to %d MiB; TRELLISREC_JAVA_OPTS=-Xmx8g, for instance, allows more.%n",
          Runtime.getRuntime().maxMemory() >> 20);
    }
    if (verbose.getAsBoolean()) {
      failure.printStackTrace(err);
    } else {
      err.println(traceIn(failure));
    }
    return ExitStatus.FAILED;
  }

  private static String oneLine(Throwable failure) {
    String message = failure.getMessage();
    String name = failure.getClass().getSimpleName();
    return message == null ? name : name + ": " + message.lines().findFirst().orElse("");
  }

  private static String traceIn(Throwable failure) {
    try {
      Path file = Files.createTempFile("trellisrec-failure-", ".log");
      try (PrintWriter log = new PrintWriter(file.toFile(), StandardCharsets.UTF_8)) {
        failure.printStackTrace(log);
      }
      return "The stack trace is in " + file + "; --verbose shows it at once.";
    } catch (IOException unwritable) {
      return "Run again with --verbose to see the stack trace (no file could be written: "
          + unwritable.getMessage()
          + ").";
    }
  }
}
