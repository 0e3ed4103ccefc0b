package org.trellisrec.io;

/** A row cannot be understood; the message says why, not where. */
final class MalformedRow extends Exception {
  private static final long serialVersionUID = 1L;

  private final boolean dated;

  MalformedRow(String message) {
    this(message, false);
  }

  private MalformedRow(String message, boolean dated) {
    super(message, null, false, false);
    this.dated = dated;
  }

  /** A row whose timestamp is a date, as then probably all are. */
  static MalformedRow dated(String message) {
    return new MalformedRow(message, true);
  }

  /**
   * What is wrong, in a part of a file.
   *
   * @param line counted from 0 at the start of the part
   * @param text of the row, as messages show it
   */
  Fault at(long line, String text) {
    return new Fault(line, "%s: '%s'".formatted(getMessage(), text), dated);
  }
}
