package org.trellisrec.pipeline;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.trellisrec.report.Folders;
import org.trellisrec.report.Journal;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.IoReason;

/**
 * The folder of one run, and whether values of it are there already. A run is the same as another
 * if configuration, data and code are; it has ended when {@code provenance.json} is there. One that
 * has ended is taken up again if only the comparison of its models is to be another. Nobody else
 * works in the folder until it is closed.
 *
 * @param path the folder
 * @param resumed true if finished units may be found in its journal
 * @param lock what keeps others out
 */
record RunFolder(Path path, boolean resumed, Closeable lock) implements Closeable {
  private static final String END = "provenance.json";

  /**
   * A folder the user asked for.
   *
   * @param resume true to go on with the run in it, if it is this one
   * @param notes told what the user should know
   * @throws InputException if the folder holds another run or foreign files, or another process
   *     works in it
   */
  static RunFolder at(Path path, RunIdentity identity, boolean resume, Consumer<String> notes) {
    holds(path, identity, resume); // a folder that is refused is left as it is
    RunLock lock =
        RunLock.in(path, notes)
            .orElseThrow(
                () ->
                    new InputException(
                        "--out %s: another process works in this folder; wait until it has ended, or"
                            + " choose another folder",
                        path));
    try {
      return start(path, identity, holds(path, identity, resume), lock);
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /**
   * Refuses a folder that no run can be in, as far as that shows before the data are read.
   *
   * @throws InputException if it is a file, holds foreign files, or cannot be written
   */
  static void requireUsable(Path path) {
    if (Files.exists(path)) {
      runIn(path);
    }
    requireWritable(path);
  }

  /** Refuses a folder that can neither be written into nor be made. */
  static void requireWritable(Path path) {
    Folders.obstacle(path)
        .ifPresent(
            why -> {
              throw new InputException("cannot write results into %s: %s", path, why);
            });
  }

  /** The run in a folder, or none if nothing else is there either. */
  private static Optional<RunIdentity> runIn(Path path) {
    Optional<RunIdentity> found = RunIdentity.in(path);
    if (found.isEmpty() && !isEmpty(path) && !RunLock.existsIn(path)) {
      throw new InputException(
          "--out %s: the folder is not empty and holds no run of TrellisRec; choose another folder",
          path);
    }
    if (found.filter(RunIdentity::isDamaged).isPresent()) {
      throw new InputException(
          "--out %s: %s is damaged, so it is not known which run the folder holds; choose another"
              + " folder, or delete this one",
          path, RunIdentity.file(path));
    }
    return found;
  }

  /** True if the folder holds this run, false if it holds none; throws if it is not to be used. */
  private static boolean holds(Path path, RunIdentity identity, boolean resume) {
    if (!Files.exists(path)) {
      return false;
    }
    Optional<RunIdentity> found = runIn(path);
    if (found.filter(f -> !f.code().equals(identity.code())).isPresent()) {
      throw new InputException(
          "--out %s: the folder holds a run of another version of TrellisRec or of its plugins; choose"
              + " another folder, or delete this one",
          path);
    }
    if (found.filter(f -> !f.values().equals(identity.values())).isPresent()) {
      throw new InputException(
          "--out %s: the folder holds a run with another configuration or other data; choose another"
              + " folder, where --reuse %s takes over the units that are the same, or delete this one",
          path, path);
    }
    if (found.isPresent() && !resume) {
      throw new InputException(
          "--out %s: the folder holds this run already, and resume is false; choose another folder, or"
              + " delete this one",
          path);
    }
    return found.isPresent();
  }

  /**
   * A folder under {@code parent}: if runs are to be resumed, that of a run with the same values
   * which was interrupted, or whose models are to be compared in another way; otherwise a new one
   * named after the configuration and the time. A folder in which another process works is passed
   * over.
   *
   * @param besides folders of runs that are to stay as they are
   */
  static RunFolder under(
      Path parent,
      String name,
      RunIdentity identity,
      boolean resume,
      Consumer<String> notes,
      List<Path> besides) {
    List<Path> folders = resume ? new ArrayList<>(subfolders(parent)) : new ArrayList<>();
    folders.removeIf(folder -> besides.stream().anyMatch(other -> isSame(folder, other)));
    for (int i = folders.size() - 1; i >= 0; i--) {
      Path folder = folders.get(i);
      if (isOpen(folder, identity)) {
        Optional<RunLock> lock = RunLock.in(folder, notes);
        if (lock.isEmpty()) {
          notes.accept(
              "another process works on this run in %s; this one does not share its folder"
                  .formatted(folder));
        } else if (isOpen(folder, identity)) { // still, now that nobody else can end it
          return start(folder, identity, true, lock.get());
        } else {
          lock.get().close();
        }
      }
    }
    String time =
        DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss")
            .format(LocalDateTime.now(ZoneId.systemDefault()));
    Path path = parent.resolve(name + "-" + time);
    for (int i = 2; ; i++) {
      Optional<RunLock> lock = Files.exists(path) ? Optional.empty() : RunLock.in(path, notes);
      if (lock.isPresent()) {
        return start(path, identity, false, lock.get());
      }
      path = parent.resolve(name + "-" + time + "-" + i);
    }
  }

  /** True if the folder holds a run with these values that has not ended with this comparison. */
  private static boolean isOpen(Path folder, RunIdentity identity) {
    Optional<RunIdentity> found = RunIdentity.in(folder);
    return found.filter(f -> f.values().equals(identity.values())).isPresent()
        && !(found.get().equals(identity) && Files.exists(folder.resolve(END)));
  }

  /** The record of finished units. */
  Journal journal() {
    return new Journal(path.resolve("journal"));
  }

  /**
   * Where a folder is written that must be complete or absent, before it is moved to its place.
   * Nothing reads it, and what a killed process left is removed when the run goes on.
   */
  Path draft() {
    return draft(path);
  }

  private static Path draft(Path run) {
    return run.resolve("journal/draft");
  }

  /** The run has not ended from here on until its tables are written. */
  private static RunFolder start(Path path, RunIdentity identity, boolean resumed, RunLock lock) {
    try {
      Files.deleteIfExists(path.resolve(END));
      identity.write(path);
      Folders.delete(draft(path));
    } catch (IOException e) {
      throw new InputException("cannot write results into %s: %s", path, IoReason.of(e));
    }
    return new RunFolder(path, resumed, lock);
  }

  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** True if both are there and one folder, whatever its names. */
  static boolean isSame(Path folder, Path other) {
    try {
      return Files.exists(folder) && Files.exists(other) && Files.isSameFile(folder, other);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
