package org.trellisrec.pipeline;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.trellisrec.report.Journal;
import org.trellisrec.report.UnitResult;
import org.trellisrec.spi.InputException;

/**
 * A run, ended or interrupted, whose units another run takes over. It is only read, and no process
 * goes on with it until it is closed.
 *
 * @param path the run folder
 * @param code hash of the program that it was made by
 * @param lock keeps others out
 */
record ReusedRun(Path path, String code, Closeable lock) implements Closeable {
  /**
   * Refuses what cannot be taken from, as far as that shows before the data are read.
   *
   * @param path the run folder
   * @throws InputException if it is none, is damaged, or another process works in it
   */
  static void require(Path path) {
    open(path).close();
  }

  /**
   * The run in a folder.
   *
   * @throws InputException if there is none, it is damaged, or another process works in it
   */
  static ReusedRun open(Path path) {
    if (!Files.isDirectory(path)) {
      throw new InputException(
          "--reuse %s: there is no such folder; give that of a run, such as results/<dataset>/<run>",
          path);
    }
    RunIdentity identity =
        identity(path)
            .orElseThrow(
                () ->
                    new InputException(
                        "--reuse %s: the folder holds no run of TrellisRec; give that of a run, such as"
                            + " results/<dataset>/<run>",
                        path));
    if (identity.isDamaged()) {
      throw new InputException(
          "--reuse %s: %s is damaged, so it is not known which run the folder holds; give another"
              + " run, or leave --reuse out",
          path, RunIdentity.file(path));
    }
    Closeable lock =
        RunLock.reading(path)
            .orElseThrow(
                () ->
                    new InputException(
                        "--reuse %s: another process works in this run; wait until it has ended, or leave"
                            + " --reuse out",
                        path));
    return new ReusedRun(path.toAbsolutePath().normalize(), identity.code(), lock);
  }

  private static Optional<RunIdentity> identity(Path path) {
    try {
      return RunIdentity.in(path);
    } catch (InputException e) {
      throw new InputException("--reuse %s: %s", path, e.getMessage());
    }
  }

  /**
   * The units that it has finished, failed ones too.
   *
   * @throws InputException if the record of one is damaged
   */
  List<UnitResult> units() {
    try {
      return new Journal(path.resolve("journal")).all();
    } catch (InputException e) {
      throw new InputException("--reuse %s: %s", path, e.getMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
