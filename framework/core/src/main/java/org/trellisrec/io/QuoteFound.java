package org.trellisrec.io;

/** The fast path met a quoted column, which it cannot read. */
final class QuoteFound extends RuntimeException {
  private static final long serialVersionUID = 1L;

  QuoteFound() {
    super("a column is quoted", null, false, false);
  }
}
