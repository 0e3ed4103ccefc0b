package org.trellisrec.io;

import java.nio.charset.StandardCharsets;

/** Splits a line at the separator; quotes are not looked into. */
final class DelimitedLine implements LineHandler {
  private final RowParser rows;
  private final Layout layout;
  private final boolean quotes;
  private final byte first;
  private final byte[] separator;
  private final int[] from;
  private final int[] to;

  DelimitedLine(RowParser rows, Layout layout, Format format) {
    this.rows = rows;
    this.layout = layout;
    this.quotes = format.quotes();
    this.separator = format.delimiter().getBytes(StandardCharsets.US_ASCII);
    this.first = separator[0];
    this.from = new int[layout.width() + 1];
    this.to = new int[layout.width() + 1];
  }

  @Override
  public void line(byte[] data, int lineFrom, int lineTo) throws MalformedRow {
    int count = 0;
    int start = lineFrom;
    for (int i = lineFrom; i <= lineTo; i++) {
      if (i == lineTo
          || (data[i] == first && (separator.length == 1 || matches(data, i, lineTo)))) {
        if (quotes && i > start && data[start] == '"') {
          throw new QuoteFound();
        }
        int column = Math.min(count, layout.width());
        from[column] = start;
        to[column] = i;
        count++;
        i += i == lineTo ? 0 : separator.length - 1;
        start = i + 1;
      }
    }
    if (count != layout.width()) {
      throw new MalformedRow(
          "expected %d columns as in the first line, found %d".formatted(layout.width(), count));
    }
    rows.row(data, from, to);
  }

  private boolean matches(byte[] data, int at, int end) {
    if (at + separator.length > end) {
      return false;
    }
    for (int i = 1; i < separator.length; i++) {
      if (data[at + i] != separator[i]) {
        return false;
      }
    }
    return true;
  }
}
