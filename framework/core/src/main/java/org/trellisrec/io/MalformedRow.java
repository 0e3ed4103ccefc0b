package org.trellisrec.io;

/** A row cannot be understood; the message says why, not where. */
final class MalformedRow extends Exception {
  private static final long serialVersionUID = 1L;

  MalformedRow(String message) {
    super(message, null, false, false);
  }
}
