package org.trellisrec.spi;

/** What the engine offers to a reader. */
public interface ReadContext {
  /** Name of the data set from the configuration. */
  String datasetName();

  /** Number of threads the reader may use, at least 1. */
  int threads();

  /** Shows progress to the user; see {@link FitContext#progress}. */
  Progress progress(String what, long total);

  /** Tells the user of a repair, with its count: shown, and written beside the results. */
  void note(String message);
}
