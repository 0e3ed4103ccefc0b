package org.trellisrec.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.trellisrec.report.Journal;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.IoReason;

/**
 * The folder of one run, and whether values of it are there already. A run is the same as another
 * if configuration and data are; it has ended when {@code provenance.json} is there. One that has
 * ended is taken up again if only the comparison of its models is to be another.
 *
 * @param path the folder
 * @param resumed true if finished units may be found in its journal
 */
record RunFolder(Path path, boolean resumed) {
  private static final String END = "provenance.json";

  /**
   * A folder the user asked for.
   *
   * @param resume true to go on with the run in it, if it is this one
   * @throws InputException if the folder holds another run or foreign files
   */
  static RunFolder at(Path path, RunIdentity identity, boolean resume) {
    if (!Files.exists(path) || isEmpty(path)) {
      return start(path, identity, false);
    }
    Optional<RunIdentity> found = RunIdentity.in(path);
    if (found.isEmpty()) {
      throw new InputException(
          "--out %s: the folder is not empty and holds no run of TrellisRec; choose another folder",
          path);
    }
    if (!found.get().values().equals(identity.values())) {
      throw new InputException(
          "--out %s: the folder holds a run with another configuration or other data; choose another"
              + " folder, or delete this one",
          path);
    }
    if (!resume) {
      throw new InputException(
          "--out %s: the folder holds this run already, and resume is false; choose another folder, or"
              + " delete this one",
          path);
    }
    return start(path, identity, true);
  }

  /**
   * A folder under {@code parent}: if runs are to be resumed, that of a run with the same values
   * which was interrupted, or whose models are to be compared in another way; otherwise a new one
   * named after the configuration and the time.
   */
  static RunFolder under(Path parent, String name, RunIdentity identity, boolean resume) {
    List<Path> folders = resume ? subfolders(parent) : List.of();
    for (int i = folders.size() - 1; i >= 0; i--) {
      Path folder = folders.get(i);
      Optional<RunIdentity> found = RunIdentity.in(folder);
      boolean same = found.filter(f -> f.values().equals(identity.values())).isPresent();
      if (same && !(found.get().equals(identity) && Files.exists(folder.resolve(END)))) {
        return start(folder, identity, true);
      }
    }
    String time =
        DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss")
            .format(LocalDateTime.now(ZoneId.systemDefault()));
    Path path = parent.resolve(name + "-" + time);
    for (int i = 2; Files.exists(path); i++) {
      path = parent.resolve(name + "-" + time + "-" + i);
    }
    return start(path, identity, false);
  }

  /** The record of finished units. */
  Journal journal() {
    return new Journal(path.resolve("journal"));
  }

  /** The run has not ended from here on until its tables are written. */
  private static RunFolder start(Path path, RunIdentity identity, boolean resumed) {
    try {
      Files.deleteIfExists(path.resolve(END));
      identity.write(path);
    } catch (IOException e) {
      throw new InputException("cannot write results into %s: %s", path, IoReason.of(e));
    }
    return new RunFolder(path, resumed);
  }

  private static boolean isEmpty(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new InputException("--out %s is a file; give a folder", folder);
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.findAny().isEmpty();
    } catch (IOException e) {
      throw new InputException("--out %s cannot be read: %s", folder, IoReason.of(e));
    }
  }

  private static List<Path> subfolders(Path parent) {
    if (!Files.isDirectory(parent)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(parent)) {
      return entries.filter(Files::isDirectory).sorted().toList();
    } catch (IOException e) {
      throw new InputException("the folder %s cannot be read: %s", parent, IoReason.of(e));
    }
  }
}
