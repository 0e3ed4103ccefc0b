package org.trellisrec.io;

/** A user followed by the items of the user, with blanks or tabs between them. */
final class AdjacencyLine implements LineHandler {
  private final RowParser rows;

  AdjacencyLine(RowParser rows) {
    this.rows = rows;
  }

  @Override
  public void line(byte[] data, int lineFrom, int lineTo) throws MalformedRow {
    int user = -1;
    int items = 0;
    int at = lineFrom;
    while (at < lineTo) {
      int end = at;
      while (end < lineTo && data[end] != ' ' && data[end] != '\t') {
        end++;
      }
      if (end > at) {
        if (user < 0) {
          user = rows.user(data, at, end);
        } else {
          rows.add(user, rows.item(data, at, end), 1f, 0);
          items++;
        }
      }
      at = end + 1;
    }
    if (items == 0) {
      throw new MalformedRow("the user has no items");
    }
  }
}
