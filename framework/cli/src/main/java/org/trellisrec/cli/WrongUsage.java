package org.trellisrec.cli;

import java.io.PrintWriter;
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
    err.println("error: " + message(wrong));
    err.printf("Try '%s --help'.%n", line.getCommandSpec().qualifiedName());
    return ExitStatus.WRONG_INPUT;
  }

  private static String message(ParameterException wrong) {
    if (!(wrong instanceof UnmatchedArgumentException unmatched)) {
      return wrong.getMessage();
    }
    String word = unmatched.getUnmatched().get(0);
    CommandSpec command = wrong.getCommandLine().getCommandSpec();
    if (!unmatched.isUnknownOption() && !command.subcommands().isEmpty()) {
      return "there is no command '%s'".formatted(word)
          + Suggestions.endOfMessage(word, command.subcommands().keySet());
    }
    return wrong.getMessage()
        + Suggestions.nearest(word, command.optionsMap().keySet())
            .map(near -> "; did you mean '" + near + "'?")
            .orElse("");
  }
}
