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

  /** The separator that a line holds, if any. */
  static Optional<SeparatorGuess> in(String line) {
    return USUAL.stream().filter(guess -> line.strip().contains(guess.text)).findFirst();
  }

  /**
   * The end of a message about a file of which the first line has one column.
   *
   * @param first the columns of the first line
   * @param expected how messages call the separator that it is read with
   * @return nothing if there are several columns, or none of the usual separators
   */
  static String hint(List<String> first, String expected, Remedy remedy) {
    if (first.size() > 1) {
      return "";
    }
    return in(first.get(0))
        .map(
            guess ->
                "; the first line holds no %s but %s: %s"
                    .formatted(expected, guess.many, remedy.separator().formatted(guess.name)))
        .orElse("");
  }
}
