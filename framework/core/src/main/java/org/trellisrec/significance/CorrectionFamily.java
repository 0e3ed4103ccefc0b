package org.trellisrec.significance;

/** Which tests are corrected together. */
public enum CorrectionFamily {
  /** The comparisons of models by one test under one metric, cutoff and task. */
  PER_METRIC,
  /** All comparisons that one test makes in the run. */
  ALL
}
