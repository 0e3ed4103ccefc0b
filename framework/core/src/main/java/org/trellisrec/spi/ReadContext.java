package org.trellisrec.spi;

import java.nio.file.Path;

/** What the engine offers to a reader. */
public interface ReadContext {
  /** Name of the data set from the configuration. */
  String datasetName();

  /** Number of threads the reader may use, at least 1. */
  int threads();

  /** Shows progress to the user; see {@link FitContext#progress}. */
  Progress progress(String what, long total);

  /**
   * Folder for what is expensive to make and can be made again, which may not exist yet. Name files
   * by a hash of all they depend on, and write them so that they appear complete or not at all.
   */
  Path cache();

  /** Tells the user of a repair, with its count: shown, and written beside the results. */
  void note(String message);
}
