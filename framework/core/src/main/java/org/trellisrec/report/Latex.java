package org.trellisrec.report;

/** Text for LaTeX documents. */
final class Latex {
  private Latex() {}

  /** The text with every character that LaTeX reads as a command written out. */
  static String escape(String text) {
    StringBuilder out = new StringBuilder();
    text.chars().forEach(c -> out.append(escape((char) c)));
    return out.toString();
  }

  private static String escape(char c) {
    return switch (c) {
      case '&', '%', '$', '#', '_', '{', '}' -> "\\" + c;
      case '\\' -> "\\textbackslash{}";
      case '~' -> "\\textasciitilde{}";
      case '^' -> "\\textasciicircum{}";
      case '<' -> "$<$";
      case '>' -> "$>$";
      case '±' -> "$\\pm$";
      default -> String.valueOf(c);
    };
  }
}
