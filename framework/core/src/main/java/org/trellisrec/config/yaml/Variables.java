package org.trellisrec.config.yaml;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Replaces references to environment variables, <code>${NAME}</code> or <code>${NAME:-default}
 * </code>, by their values. A doubled dollar sign before the brace stands for itself.
 */
final class Variables {
  private static final Pattern REFERENCE =
      Pattern.compile(
          "\\$(?<escape>\\$\\{)|\\$\\{(?<name>[A-Za-z_][A-Za-z0-9_]*)(?::-(?<default>[^}]*))?}"
              + "|(?<broken>\\$\\{)");

  private final UnaryOperator<String> environment;
  private final Problems problems;

  /**
   * Variables from an environment.
   *
   * @param environment the value of a variable, or null if it is not set
   */
  Variables(UnaryOperator<String> environment, Problems problems) {
    this.environment = environment;
    this.problems = problems;
  }

  String substitute(String text, Position at) {
    if (!text.contains("${")) {
      return text;
    }
    return REFERENCE
        .matcher(text)
        .replaceAll(match -> Matcher.quoteReplacement(replacement((Matcher) match, at)));
  }

  private String replacement(Matcher match, Position at) {
    if (match.group("escape") != null) {
      return "${";
    }
    if (match.group("broken") != null) {
      problems.addUnreadable(
          at,
          "'${' does not start a variable; write ${NAME} or ${NAME:-default}, or $${ for itself");
      return "";
    }
    String name = match.group("name");
    String value = environment.apply(name);
    if (value == null || value.isEmpty()) {
      value = match.group("default");
    }
    if (value == null) {
      problems.addUnreadable(
          at,
          "the environment variable %s is not set; set it, or write ${%s:-default}",
          name,
          name);
      return "";
    }
    return value;
  }
}
