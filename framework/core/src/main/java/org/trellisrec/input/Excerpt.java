package org.trellisrec.input;

/** Text from a file as messages show it. */
public final class Excerpt {
  private static final int LIMIT = 80;

  private Excerpt() {}

  /** At most 80 characters, tabs and control characters made visible. */
  public static String of(String text) {
    StringBuilder shown = new StringBuilder();
    text.codePoints()
        .limit(LIMIT)
        .forEach(
            c -> {
              if (c == '\t') {
                shown.append("\\t");
              } else if (Character.isISOControl(c)) {
                shown.append("\\u%04x".formatted(c));
              } else {
                shown.appendCodePoint(c);
              }
            });
    return text.codePointCount(0, text.length()) > LIMIT ? shown + "..." : shown.toString();
  }
}
