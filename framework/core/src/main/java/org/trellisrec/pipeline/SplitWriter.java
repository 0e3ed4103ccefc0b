package org.trellisrec.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.trellisrec.data.Candidates;
import org.trellisrec.data.Dataset;
import org.trellisrec.data.EvalTask;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.Split;
import org.trellisrec.pipeline.SplitIndex.SplitEntry;
import org.trellisrec.pipeline.SplitIndex.TaskEntry;
import org.trellisrec.spi.InputException;

/** Writes the files of splits and notes where they are. */
final class SplitWriter {
  private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*");

  private final Path folder;
  private final Dataset data;
  private final MatrixFile matrices;

  /** By the folder of their training and validation data. */
  private final Map<String, Split> splits;

  private final Map<String, Interactions> written = new HashMap<>();

  /**
   * A writer of these splits.
   *
   * @throws InputException if an id or a name cannot be written
   */
  SplitWriter(Path folder, Dataset data, List<Split> splits) {
    this.folder = folder;
    this.data = data;
    this.matrices = new MatrixFile(data.users(), data.items());
    this.splits = byFolder(splits);
    IdFile.requireWritable(data, "splits", "");
  }

  private static Map<String, Split> byFolder(List<Split> splits) {
    Map<String, Split> byFolder = new LinkedHashMap<>();
    for (Split split : splits) {
      String inner = inner(split);
      Split other = byFolder.put(inner, split);
      if (other != null) {
        throw new IllegalArgumentException(
            other.fold().equals(split.fold())
                ? "fold %s of protocol '%s' occurs twice".formatted(other.fold(), split.protocol())
                : "folds %s and %s of protocol '%s' would share the folder %s"
                    .formatted(other.fold(), split.fold(), split.protocol(), inner));
      }
    }
    return byFolder;
  }

  SplitIndex write() throws IOException {
    String users = "users.txt";
    String items = "items.txt";
    IdFile.writeAll(folder.resolve(users), data.users());
    IdFile.writeAll(folder.resolve(items), data.items());
    List<SplitEntry> entries = new ArrayList<>();
    for (Map.Entry<String, Split> split : splits.entrySet()) {
      entries.add(write(split.getValue(), split.getKey()));
    }
    return new SplitIndex(SplitIndex.FORMAT, data.name(), users, items, entries);
  }

  /**
   * The folder of training and validation data. Elliot looks for validation data only in a folder
   * within that of the test fold, though it be the only one.
   */
  private static String inner(Split split) {
    String fold = safe(split.fold()).replace('.', '/');
    boolean only = !split.validation().isEmpty() && fold.indexOf('/') < 0;
    return safe(split.protocol()) + "/" + fold + (only ? "/0" : "");
  }

  private SplitEntry write(Split split, String inner) throws IOException {
    String outer = split.protocol() + "/" + split.fold().replaceFirst("\\..*", "");
    Files.createDirectories(folder.resolve(inner));
    String train = matrix(inner, inner, "train.tsv", split.train());
    List<TaskEntry> validation = new ArrayList<>();
    for (int i = 0; i < split.validation().size(); i++) {
      validation.add(write(split, split.validation().get(i), inner, inner, numbered("val", i)));
    }
    List<TaskEntry> test = new ArrayList<>();
    for (int i = 0; i < split.test().size(); i++) {
      test.add(write(split, split.test().get(i), outer, inner, numbered("test", i)));
    }
    return new SplitEntry(split.protocol(), split.fold(), train, validation, test);
  }

  private TaskEntry write(Split split, EvalTask task, String outer, String inner, String part)
      throws IOException {
    String users = inner + "/" + part + ".users.txt";
    IdFile.write(folder.resolve(users), data.users(), IntStream.of(task.users()));
    Interactions more = new Except(task.history(), split.train()).interactions();
    String shared = null;
    String own = null;
    if (task.candidates() instanceof Candidates.Shared candidates) {
      shared = inner + "/" + part + ".candidates.txt";
      IdFile.write(folder.resolve(shared), data.items(), candidates.items().stream());
    } else if (task.candidates() instanceof Candidates.PerUser candidates) {
      own = matrix(inner, inner, part + ".candidates.tsv", candidates.items());
    }
    return new TaskEntry(
        task.name(),
        task.unseen(),
        matrix(outer, inner, part + ".tsv", task.truth()),
        users,
        more.size() == 0 ? null : matrix(inner, inner, part + ".revealed.tsv", more),
        shared,
        own);
  }

  /** Into the outer folder, unless another matrix of this name is there. */
  private String matrix(String outer, String inner, String name, Interactions matrix)
      throws IOException {
    String file = outer + "/" + name;
    if (written.containsKey(file) && written.get(file) != matrix) {
      file = inner + "/" + name;
    }
    if (written.put(file, matrix) != matrix) {
      matrices.write(folder.resolve(file), matrix);
    }
    return file;
  }

  private static String numbered(String part, int index) {
    return index == 0 ? part : part + "_" + index;
  }

  private static String safe(String name) {
    if (!SAFE.matcher(name).matches()) {
      throw new InputException(
          "'%s' cannot be the name of a folder of splits; use letters, digits, '.', '_' and '-'",
          name);
    }
    return name;
  }
}
