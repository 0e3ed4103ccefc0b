package org.trellisrec.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;

/** Says what is wrong with a command line, and where to read how it is right. */
final class WrongUsage implements IParameterExceptionHandler {
  @Override
  public int handleParseException(ParameterException wrong, String[] args) {
    CommandLine line = wrong.getCommandLine();
    PrintWriter err = line.getErr();
    err.println("error: " + wrong.getMessage());
    err.printf("Try '%s --help'.%n", line.getCommandSpec().qualifiedName());
    return ExitStatus.WRONG_INPUT;
  }
}
