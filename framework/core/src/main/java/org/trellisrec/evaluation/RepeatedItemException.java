package org.trellisrec.evaluation;

/** A list recommends an item twice. */
public final class RepeatedItemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int firstRow;
  private final int secondRow;

  RepeatedItemException(int firstRow, int secondRow) {
    super("rows %d and %d recommend the same item to the same user".formatted(firstRow, secondRow));
    this.firstRow = firstRow;
    this.secondRow = secondRow;
  }

  /** Number of the earlier row in the order added, from 0. */
  public int firstRow() {
    return firstRow;
  }

  /** Number of the later row. */
  public int secondRow() {
    return secondRow;
  }
}
