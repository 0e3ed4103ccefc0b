package org.trellisrec.io;

/**
 * The first malformed line of a part of a file.
 *
 * @param line counted from 0 at the start of the part
 * @param dated true if its timestamp is a date, so that no other row is probably better
 */
record Fault(long line, String message, boolean dated) {
  /** The same in a part that has further lines ahead. */
  Fault after(long lines) {
    return new Fault(lines + line, message, dated);
  }
}
