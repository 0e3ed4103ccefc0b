package org.trellisrec.cli;

import java.io.PrintWriter;
import java.util.Collection;
import org.trellisrec.config.yaml.Suggestions;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong with a command line, and where to read how it is right. */
final class WrongUsage implements IParameterExceptionHandler {
  @Override
  public int handleParseException(ParameterException wrong, String[] args) {
    CommandLine line = wrong.getCommandLine();
    PrintWriter err = line.getErr();
    err.println("error: " + wrong.getMessage() + suggestion(wrong));
    err.printf("Try '%s --help'.%n", line.getCommandSpec().qualifiedName());
    return ExitStatus.WRONG_INPUT;
  }

  private static String suggestion(ParameterException wrong) {
    if (!(wrong instanceof UnmatchedArgumentException unmatched)) {
      return "";
    }
    CommandSpec command = wrong.getCommandLine().getCommandSpec();
    Collection<String> known =
        unmatched.isUnknownOption()
            ? command.optionsMap().keySet()
            : command.subcommands().keySet();
    return Suggestions.nearest(unmatched.getUnmatched().get(0), known)
        .map(near -> "; did you mean '" + near + "'?")
        .orElse("");
  }
}
