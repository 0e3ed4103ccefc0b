package org.trellisrec.io;

import java.util.List;
import java.util.Optional;

/**
 * What probably separates the columns of a file that is read with another separator.
 *
 * @param name what a configuration calls it
 * @param many how messages call several of them
 * @param text the separator itself
 */
record SeparatorGuess(String name, String many, String text) {
  /** The more telling first: numbers and titles hold commas and blanks too. */
  private static final List<SeparatorGuess> USUAL =
      List.of(
          new SeparatorGuess("'::'", "'::'", "::"),
          new SeparatorGuess("tab", "tabs", "\t"),
          new SeparatorGuess("semicolon", "semicolons", ";"),
          new SeparatorGuess("pipe", "pipes", "|"),
          new SeparatorGuess("comma", "commas", ","),
          new SeparatorGuess("space", "blanks", " "));

  /**
   * What to do about a first line that is one column.
   *
   * @param line the column, without quotes around it
   * @param delimiter what the file is read with, which a column holds only if it is quoted
   * @param instead what stands ahead of the separator that the line holds; may be empty
   * @param remedy what to do about another separator, {@code %s} standing for its name
   * @return what the line holds or is, and the remedy; nothing if it holds no usual separator
   */
  static Optional<String> advice(String line, String delimiter, String instead, String remedy) {
    if (line.contains(delimiter)) {
      return Optional.of(
          "is one quoted column: remove the quotes around the whole row, or set format.quotes:"
              + " false to keep them as text");
    }
    return USUAL.stream()
        .filter(guess -> line.strip().contains(guess.text))
        .findFirst()
        .map(
            guess -> "holds %s%s: %s".formatted(instead, guess.many, remedy.formatted(guess.name)));
  }

  /**
   * The end of a message about a file of which the first line has one column.
   *
   * @param first the columns of the first line
   * @param delimiter what it is read with
   * @return nothing if there are several columns, or none of the usual separators
   */
  static String hint(List<String> first, String delimiter, Remedy remedy) {
    if (first.size() > 1) {
      return "";
    }
    String instead = "no %s but ".formatted(Format.nameOf(delimiter));
    return advice(first.get(0), delimiter, instead, remedy.separator())
        .map("; the first line "::concat)
        .orElse("");
  }
}
