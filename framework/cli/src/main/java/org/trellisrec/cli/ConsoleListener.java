package org.trellisrec.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.trellisrec.pipeline.RunListener;
import org.trellisrec.spi.Progress;

/**
 * Tells the user what a run is doing, on standard error: plain lines, and on a terminal a bar with
 * the time still to go for work that takes a while.
 */
final class ConsoleListener implements RunListener {
  private static final int REFRESH_MILLIS = 200;
  private static final Duration WORTH_A_BAR = Duration.ofMillis(700);

  /** How much a user wants to hear. */
  enum Level {
    /** Notes only. */
    QUIET,
    /** The steps too. */
    NORMAL,
    /** Every detail. */
    VERBOSE;

    /**
     * The level that these options ask for; quiet wins over verbose, which then is for failures.
     */
    static Level of(boolean quiet, boolean verbose) {
      if (quiet) {
        return QUIET;
      }
      return verbose ? VERBOSE : NORMAL;
    }
  }

  private final PrintWriter err;
  private final Level level;
  private final boolean terminal;
  private volatile String afterInterruption = "nothing was trained yet";

  /**
   * A listener.
   *
   * @param err where lines go
   * @param level how much to tell
   * @param terminal true if {@code err} is a terminal, where a bar can be drawn
   */
  ConsoleListener(PrintWriter err, Level level, boolean terminal) {
    this.err = err;
    this.level = level;
    this.terminal = terminal;
  }

  @Override
  public void begun(Path folder, boolean resumes) {
    afterInterruption =
        resumes
            ? "the same command goes on where it stopped, in " + folder
            : "as resume is false, the same command starts anew";
  }

  /** Tells how a run that is ended from outside goes on. */
  void interrupted() {
    print("interrupted; " + afterInterruption);
  }

  @Override
  public void info(String message) {
    if (level != Level.QUIET) {
      print(message);
    }
  }

  @Override
  public void detail(String message) {
    if (level == Level.VERBOSE) {
      print("  " + message);
    }
  }

  @Override
  public void note(String message) {
    print("note: " + message);
  }

  private synchronized void print(String line) {
    err.println(line);
    err.flush();
  }

  @Override
  public Progress progress(String what, long total) {
    return level == Level.QUIET || !terminal ? Progress.SILENT : new Bar(what, total);
  }

  /** A bar that appears only if the work lasts long enough to be waited for. */
  private final class Bar implements Progress {
    private final String what;
    private final long total;
    private final long start = System.nanoTime();
    private long done;
    private ProgressBar bar;

    Bar(String what, long total) {
      this.what = what;
      this.total = total;
    }

    @Override
    public synchronized void advance(long steps) {
      done += steps;
      if (bar == null && System.nanoTime() - start > WORTH_A_BAR.toNanos()) {
        bar = draw();
      }
      if (bar != null) {
        bar.stepTo(done);
      }
    }

    private ProgressBar draw() {
      return new ProgressBarBuilder()
          .setTaskName(what)
          .setInitialMax(total)
          .setUpdateIntervalMillis(REFRESH_MILLIS)
          .setStyle(ProgressBarStyle.ASCII)
          .setConsumer(new DelegatingProgressBarConsumer(line -> err.print("\r" + line)))
          .build();
    }

    @Override
    public synchronized void close() {
      if (bar != null) {
        bar.close();
        err.println();
      }
    }
  }
}
