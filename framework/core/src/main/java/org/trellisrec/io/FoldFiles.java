package org.trellisrec.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.IoReason;

/**
 * The files of one fold.
 *
 * @param name {@code i}, or {@code i.j} for a nested validation fold
 * @param validation null if the fold has none
 */
record FoldFiles(String name, Path train, Path validation, Path test) {
  List<Path> files() {
    return validation == null ? List.of(train, test) : List.of(train, validation, test);
  }

  static List<FoldFiles> find(Path root) {
    List<FoldFiles> folds = new ArrayList<>();
    for (Path outer : numbered(root)) {
      Path test = required(outer, "test");
      List<Path> inner = numbered(outer);
      if (inner.isEmpty()) {
        folds.add(new FoldFiles(name(outer), required(outer, "train"), optional(outer), test));
      }
      for (Path folder : inner) {
        String name = name(outer) + "." + name(folder);
        folds.add(new FoldFiles(name, required(folder, "train"), required(folder, "val"), test));
      }
    }
    if (folds.isEmpty()) {
      throw new InputException(
          "%s holds no fold: expected folders named 0, 1, ... with test.tsv in each", root);
    }
    return folds;
  }

  private static List<Path> numbered(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new InputException("the folder %s does not exist", folder);
    }
    try (Stream<Path> entries = Files.list(folder)) {
      List<Path> folders =
          entries.filter(path -> Files.isDirectory(path) && !name(path).startsWith(".")).toList();
      for (Path path : folders) {
        if (!name(path).matches("[0-9]{1,9}")) {
          throw new InputException(
              "%s is not the folder of a fold: expected a number as its name", path);
        }
      }
      return folders.stream()
          .sorted(Comparator.comparingInt(path -> Integer.parseInt(name(path))))
          .toList();
    } catch (IOException e) {
      throw new InputException("the folder %s cannot be read: %s", folder, IoReason.of(e));
    }
  }

  private static Path required(Path folder, String part) {
    Path found = existing(folder, part);
    if (found == null) {
      throw new InputException("the fold %s has no %s.tsv", folder, part);
    }
    return found;
  }

  private static Path optional(Path folder) {
    return existing(folder, "val");
  }

  private static Path existing(Path folder, String part) {
    for (String name : new String[] {part + ".tsv", part + ".tsv.gz"}) {
      if (Files.isRegularFile(folder.resolve(name))) {
        return folder.resolve(name);
      }
    }
    return null;
  }

  private static String name(Path path) {
    return path.getFileName().toString();
  }
}
