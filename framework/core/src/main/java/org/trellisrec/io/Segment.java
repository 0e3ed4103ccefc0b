package org.trellisrec.io;

import org.trellisrec.data.FloatColumn;
import org.trellisrec.data.LongColumn;

/**
 * Rows in file order; users and items by the codes of the parser that read them.
 *
 * @param times null if the file has none
 */
record Segment(
    RowParser parser, int[] userOf, int[] itemOf, FloatColumn ratings, LongColumn times) {
  int size() {
    return userOf.length;
  }
}
