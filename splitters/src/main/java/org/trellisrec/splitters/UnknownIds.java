package org.trellisrec.splitters;

/** What to do about ids in a list that are not in the data. */
public enum UnknownIds {
  /** Refuse the list. */
  ERROR,
  /** Go on without them, for lists that are meant to be longer than the data. */
  IGNORE
}
