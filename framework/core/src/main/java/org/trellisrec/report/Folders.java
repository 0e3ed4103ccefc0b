package org.trellisrec.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Folders with all that is in them. */
public final class Folders {
  private Folders() {}

  /**
   * Why nothing can be written into a folder, which need not be there yet: that it, or the nearest
   * one above it that is there, is a file or read-only.
   */
  public static Optional<String> obstacle(Path folder) {
    Path there = folder.toAbsolutePath();
    while (there != null && !Files.exists(there)) {
      there = there.getParent();
    }
    if (there == null || (Files.isDirectory(there) && Files.isWritable(there))) {
      return Optional.empty();
    }
    return Optional.of(
        there + (Files.isDirectory(there) ? " is read-only" : " is a file, not a folder"));
  }

  /** Removes a folder, if it is there. */
  public static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    List<Path> inside;
    try (Stream<Path> paths = Files.walk(folder)) {
      inside = paths.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : inside) {
      Files.delete(path);
    }
  }

  /** Removes a folder, if it is there, and the one it lies in if nothing is left in that. */
  public static void deleteWithEmptyParent(Path folder) throws IOException {
    delete(folder);
    if (list(folder.getParent()).isEmpty()) {
      delete(folder.getParent());
    }
  }

  /**
   * Copies a folder with all that is in it, in place of one that is there. The copy is complete or
   * absent, and holds what links stand for in place of links.
   *
   * @param draft where the copy is made before it is moved, on the file system of {@code to}; what
   *     is there is removed
   */
  public static void copy(Path from, Path to, Path draft) throws IOException {
    List<Path> inside;
    try (Stream<Path> paths = Files.walk(from, FileVisitOption.FOLLOW_LINKS)) {
      inside = paths.sorted().toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    write(
        to,
        draft,
        made -> {
          for (Path path : inside) {
            Files.copy(path, made.resolve(from.relativize(path).toString()));
          }
        });
  }

  /**
   * Makes a folder, in place of one that is there. It is complete or absent.
   *
   * @param draft where it is made before it is moved, on the file system of {@code to}; what is
   *     there is removed
   */
  public static void write(Path to, Path draft, Content content) throws IOException {
    delete(draft);
    Files.createDirectories(draft.getParent());
    content.make(draft);
    Files.createDirectories(to.getParent());
    delete(to);
    Files.move(draft, to, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Makes a folder that is not there, with all that is in it. */
  public interface Content {
    void make(Path folder) throws IOException;
  }

  /** What lies directly in a folder, sorted by name; nothing if it is not there. */
  public static List<Path> list(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted().toList();
    }
  }
}
