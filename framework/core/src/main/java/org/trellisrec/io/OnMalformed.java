package org.trellisrec.io;

/** What to do with a row that cannot be understood. */
public enum OnMalformed {
  /** Stop, naming file and line. */
  ERROR,
  /** Leave it out, count it, and tell the number and the first one. */
  SKIP
}
