package org.trellisrec.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.trellisrec.data.Dataset;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.Split;
import org.trellisrec.data.Vocabulary;
import org.trellisrec.report.Folders;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.IoReason;
import org.trellisrec.spi.LoadedData;

/**
 * Splits on disk, for other tools and for later runs.
 *
 * <pre>
 * folder/splits.json            what is where, written last
 *        users.txt items.txt    all ids
 *        warm/0/test.tsv        truth of the test task of fold 0 of protocol "warm"
 *        warm/0/0/train.tsv     training interactions of validation fold 0 within it
 *        warm/0/0/val.tsv       truth of the validation task
 *        warm/0/0/*.txt         users who are served, and candidates
 * </pre>
 *
 * <p>A validation fold has a folder of its own even where it is the only one and the split is named
 * {@code 0}, not {@code 0.0}. Without a validation split, {@code train.tsv} stands beside {@code
 * test.tsv}. So every protocol's folder has the layout of Elliot's {@code hierarchy} strategy, and
 * can be its {@code root_folder}. Cold protocols add files for revealed interactions.
 */
public final class SplitFiles {
  private SplitFiles() {}

  /** Where splits are written before they are moved; no protocol can have this name. */
  private static final String DRAFT = ".splits.tmp";

  /**
   * Writes the splits. Splits that were saved in this folder before, or whose saving was
   * interrupted, are removed once the new ones are written. If ids or names are refused, nothing is
   * written or removed.
   *
   * @param folder made if it does not exist
   * @throws InputException if the folder holds anything that is not a saved split, or an id cannot
   *     be written
   * @throws InputException if the folder cannot be written
   */
  public static void save(Path folder, Dataset data, List<Split> splits) {
    requireFolder(folder);
    Path draft = folder.resolve(DRAFT);
    SplitWriter writer = new SplitWriter(draft, data, splits);
    try {
      if (Files.exists(draft.resolve(SplitIndex.NAME))) {
        clear(folder);
      }
      Folders.delete(draft);
      Files.createDirectories(draft);
      writer.write().write(draft);
      clear(folder);
      move(draft, folder);
    } catch (IOException e) {
      throw unwritable(folder, IoReason.of(e));
    }
  }

  /** Removes the files of splits, the index that names them last. */
  private static void clear(Path folder) throws IOException {
    Path index = folder.resolve(SplitIndex.NAME);
    for (Path file : own(folder)) {
      if (!file.equals(index)) {
        Files.deleteIfExists(file);
      }
    }
    Files.deleteIfExists(index);
    deleteEmptyFolders(folder);
  }

  /** Moves the parts of a draft to their places, the index that names them last. */
  private static void move(Path draft, Path folder) throws IOException {
    for (Path part : Folders.list(draft)) {
      if (!part.endsWith(SplitIndex.NAME)) {
        Files.move(part, folder.resolve(part.getFileName()), StandardCopyOption.ATOMIC_MOVE);
      }
    }
    Path index = folder.resolve(SplitIndex.NAME);
    Files.move(draft.resolve(SplitIndex.NAME), index, StandardCopyOption.ATOMIC_MOVE);
    Folders.delete(draft);
  }

  /**
   * The files of saved splits, and of those whose saving was interrupted. At every moment an index,
   * in the folder or in its draft, names each file that is there.
   */
  private static Set<Path> own(Path folder) {
    Set<Path> own = new LinkedHashSet<>();
    for (Path indexed : List.of(folder, folder.resolve(DRAFT))) {
      if (Files.exists(indexed.resolve(SplitIndex.NAME))) {
        SplitIndex.read(indexed).files().forEach(file -> own.add(folder.resolve(file)));
        own.add(folder.resolve(SplitIndex.NAME));
      }
    }
    return own;
  }

  /**
   * Refuses what no splits can be written into, as far as that shows before there are any: a folder
   * that cannot be written, or holds other files than splits.
   */
  static void requireFolder(Path folder) {
    Folders.obstacle(folder)
        .ifPresent(
            why -> {
              throw unwritable(folder, why);
            });
    if (!Files.exists(folder)) {
      return;
    }
    Set<Path> own = own(folder);
    Path draft = folder.resolve(DRAFT);
    try (Stream<Path> inside = Files.walk(folder)) {
      inside
          .filter(path -> !path.startsWith(draft) && !Files.isDirectory(path))
          .filter(path -> !own.contains(path))
          .findFirst()
          .ifPresent(
              other -> {
                throw new InputException(
                    "%s is not empty (it holds %s, which is no saved split); choose another folder",
                    folder, folder.relativize(other));
              });
    } catch (IOException e) {
      throw unwritable(folder, IoReason.of(e));
    } catch (UncheckedIOException e) {
      throw unwritable(folder, IoReason.of(e.getCause()));
    }
  }

  private static InputException unwritable(Path folder, String why) {
    return new InputException(
        "cannot write the splits into %s: %s; give another folder", folder, why);
  }

  /**
   * The splits in this folder, over the ids of {@code data}.
   *
   * @throws InputException if the folder holds none, a file is missing or malformed, or an id is
   *     not in the data
   */
  public static List<Split> load(Path folder, Dataset data) {
    return new SplitLoader(folder, data.users(), data.items()).load(SplitIndex.read(folder));
  }

  /**
   * The splits in this folder, and a data set of all the interactions in them, without side
   * information. Interactions that a protocol discards are not there.
   *
   * @param name name of the data set, or null for the one it was saved under
   * @throws InputException if the folder holds none, or a file is missing or malformed
   */
  public static LoadedData load(Path folder, String name) {
    SplitIndex index = SplitIndex.read(folder);
    Vocabulary users = IdFile.readAll(folder.resolve(index.users()));
    Vocabulary items = IdFile.readAll(folder.resolve(index.items()));
    List<Split> splits = new SplitLoader(folder, users, items).load(index);
    Interactions all = Union.of(splits);
    return new LoadedData(
        new Dataset(name == null ? index.dataset() : name, users, items, all), splits);
  }

  private static void deleteEmptyFolders(Path folder) throws IOException {
    try (Stream<Path> inside = Files.list(folder)) {
      for (Path child : inside.filter(Files::isDirectory).toList()) {
        deleteEmptyFolders(child);
        if (isEmpty(child)) {
          Files.delete(child);
        }
      }
    }
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.findFirst().isEmpty();
    }
  }
}
