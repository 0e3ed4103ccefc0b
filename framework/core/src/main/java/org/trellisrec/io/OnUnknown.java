package org.trellisrec.io;

/** What to do about entities that a file describes and the data do not have. */
public enum OnUnknown {
  /** Pass over them, and tell how many there are. */
  IGNORE,
  /** Refuse the file. */
  ERROR
}
