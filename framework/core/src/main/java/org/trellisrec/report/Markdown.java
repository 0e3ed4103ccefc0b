package org.trellisrec.report;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text for Markdown documents. */
final class Markdown {
  private static final String WORD = "[\\p{L}\\p{N}_]";

  /**
   * What Markdown reads as a mark. Some signs are marks only where they can begin a tag or an
   * entity, end the text of a link, or lie at the edge of a word, and stay readable elsewhere:
   * {@code p < 0.05}, {@code warm[genres]}, {@code EASE_R}.
   */
  private static final Pattern MARKS =
      Pattern.compile(
          String.join(
              "|",
              "[\\\\`*~]",
              "<(?=[A-Za-z/!?])",
              "&(?=#?[A-Za-z0-9]+;)",
              "\\](?=[\\[(:])",
              "(?<!" + WORD + ")_+",
              "_+(?!" + WORD + ")"));

  private Markdown() {}

  /**
   * The text with a backslash ahead of every mark. {@code |}, which is one in tables only, is left
   * to {@link Table}.
   */
  static String escape(String text) {
    StringBuilder out = new StringBuilder();
    Matcher marks = MARKS.matcher(text);
    int done = 0;
    while (marks.find()) {
      out.append(text, done, marks.start());
      marks.group().chars().forEach(mark -> out.append('\\').append((char) mark));
      done = marks.end();
    }
    return out.append(text, done, text.length()).toString();
  }
}
