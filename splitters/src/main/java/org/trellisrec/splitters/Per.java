package org.trellisrec.splitters;

/** Whether interactions are split user by user or all together. */
public enum Per {
  /** Every user's interactions on their own. */
  USER,
  /** All interactions together. */
  GLOBAL
}
