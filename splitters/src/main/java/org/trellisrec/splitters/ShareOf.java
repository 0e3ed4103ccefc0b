package org.trellisrec.splitters;

/** What a ratio is a share of when a split is nested in another. */
public enum ShareOf {
  /** What the outer split left over, as in Elliot: 0.2 and then 0.1 leave 72/8/20. */
  REMAINING,
  /** The data before the outer split: 0.2 and then 0.1 leave 70/10/20. */
  WHOLE
}
