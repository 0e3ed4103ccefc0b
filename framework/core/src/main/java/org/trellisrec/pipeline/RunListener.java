package org.trellisrec.pipeline;

import java.nio.file.Path;
import org.trellisrec.spi.Progress;

/** Hears what a run has to say while it works. Called from one thread at a time. */
public interface RunListener {
  /** Says nothing. */
  RunListener SILENT =
      new RunListener() {
        @Override
        public void info(String message) {}

        @Override
        public void note(String message) {}

        @Override
        public Progress progress(String what, long total) {
          return Progress.SILENT;
        }
      };

  /**
   * The run works in a folder from here on.
   *
   * @param resumes true if the same run goes on there after an interruption
   */
  default void begun(Path folder, boolean resumes) {}

  /** A step of the run. */
  void info(String message);

  /** A choice that was made or a time that was taken, for a user who wants to know everything. */
  default void detail(String message) {}

  /** Something the user should know: a repair, a fallback, a failed model. */
  void note(String message);

  /**
   * A task with visible progress.
   *
   * @param what the work, in a few words
   * @param total number of steps, or a negative number if unknown
   */
  Progress progress(String what, long total);
}
