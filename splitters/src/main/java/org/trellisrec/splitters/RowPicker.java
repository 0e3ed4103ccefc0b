package org.trellisrec.splitters;

import java.util.BitSet;

/** Picks some of the positions of a range. */
@FunctionalInterface
interface RowPicker {
  /**
   * Marks {@code count} positions of {@code [from, to)}.
   *
   * @param part name of the range that does not depend on any other: the user's id, or "all"
   */
  void pick(String part, int from, int to, int count, BitSet picked);
}
