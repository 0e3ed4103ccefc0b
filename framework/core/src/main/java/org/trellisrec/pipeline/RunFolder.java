package org.trellisrec.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;
import org.trellisrec.report.AtomicFiles;
import org.trellisrec.report.Journal;
import org.trellisrec.spi.InputException;

/**
 * The folder of one run, and whether it continues an interrupted one. A run is the same as another
 * if configuration and data are; it has ended when {@code provenance.json} is there.
 *
 * @param path the folder
 * @param resumed true if units of an interrupted run may be found in its journal
 */
record RunFolder(Path path, boolean resumed) {
  private static final String IDENTITY = "identity.txt";
  private static final String END = "provenance.json";

  /**
   * A folder the user asked for.
   *
   * @param identity hash of configuration and data
   * @param resume true to go on with the run in it, if it is this one
   * @throws InputException if the folder holds another run or foreign files
   */
  static RunFolder at(Path path, String identity, boolean resume) {
    if (!Files.exists(path) || isEmpty(path)) {
      return create(path, identity);
    }
    String found = identityOf(path);
    if (found.isEmpty()) {
      throw new InputException(
          "--out %s: the folder is not empty and holds no run of TrellisRec; choose another folder",
          path);
    }
    if (!found.equals(identity)) {
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
    return new RunFolder(path, true);
  }

  /**
   * A folder under {@code parent}: that of an interrupted run with the same identity if there is
   * one and it is to be resumed, otherwise a new one named after the configuration and the time.
   */
  static RunFolder under(Path parent, String name, String identity, boolean resume) {
    for (Path folder : resume ? subfolders(parent) : List.<Path>of()) {
      if (identityOf(folder).equals(identity) && !Files.exists(folder.resolve(END))) {
        return new RunFolder(folder, true);
      }
    }
    String time =
        DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss")
            .format(LocalDateTime.now(ZoneId.systemDefault()));
    Path path = parent.resolve(name + "-" + time);
    for (int i = 2; Files.exists(path); i++) {
      path = parent.resolve(name + "-" + time + "-" + i);
    }
    return create(path, identity);
  }

  /** The record of finished units. */
  Journal journal() {
    return new Journal(path.resolve("journal"));
  }

  private static RunFolder create(Path path, String identity) {
    try {
      AtomicFiles.write(path.resolve("journal").resolve(IDENTITY), identity + "\n");
    } catch (IOException e) {
      throw new InputException("cannot write results into %s: %s", path, e);
    }
    return new RunFolder(path, false);
  }

  private static String identityOf(Path folder) {
    Path file = folder.resolve("journal").resolve(IDENTITY);
    try {
      return Files.exists(file) ? Files.readString(file).strip() : "";
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
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> subfolders(Path parent) {
    if (!Files.isDirectory(parent)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(parent)) {
      return entries.filter(Files::isDirectory).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
