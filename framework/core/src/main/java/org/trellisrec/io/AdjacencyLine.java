package org.trellisrec.io;

/**
 * A user followed by the items of the user, with blanks or tabs between them. A user may have none,
 * as in published files whose test part leaves some users without items.
 */
final class AdjacencyLine implements LineHandler {
  private final RowParser rows;
  private final AdjacencyShape shape;

  AdjacencyLine(RowParser rows, AdjacencyShape shape) {
    this.rows = rows;
    this.shape = shape;
  }

  @Override
  public void line(byte[] data, int lineFrom, int lineTo) throws MalformedRow {
    if (shape.isOpen()) {
      shape.line(data, lineFrom, lineTo);
    }
    int user = -1;
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
        }
      }
      at = end + 1;
    }
  }
}
