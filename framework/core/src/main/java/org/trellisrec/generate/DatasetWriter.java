package org.trellisrec.generate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.trellisrec.data.Dataset;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.Modality;
import org.trellisrec.data.Vocabulary;
import org.trellisrec.numpy.NumpyFile;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.IoReason;

/**
 * Writes a data set into a folder:
 *
 * <ul>
 *   <li>{@code interactions.tsv}: user, item, rating, and timestamp if there are any; no header;
 *   <li>{@code users.tsv} and {@code items.tsv} with a header: the id, then every categorical and
 *       multi-hot modality, labels of the latter separated by {@code |}, nothing where absent;
 *   <li>{@code user_NAME.tsv} or {@code item_NAME.tsv} for a text modality: id, text;
 *   <li>{@code user_NAME.npy} or {@code item_NAME.npy} for a dense modality, a matrix of 32-bit
 *       floats, and {@code ..._ids.txt} with the id of every row. Entities without are left out.
 * </ul>
 */
public final class DatasetWriter {
  private final Path folder;
  private final List<Path> written = new ArrayList<>();

  private DatasetWriter(Path folder) {
    this.folder = folder;
  }

  /**
   * Writes everything and returns the files.
   *
   * @throws InputException if the folder cannot be written to
   */
  public static List<Path> write(Dataset data, Path folder) {
    DatasetWriter writer = new DatasetWriter(folder);
    try {
      Files.createDirectories(folder);
      writer.interactions(data);
      writer.side("user", data.users(), data.side().users());
      writer.side("item", data.items(), data.side().items());
    } catch (IOException e) {
      throw failure(folder, e);
    } catch (UncheckedIOException e) {
      throw failure(folder, e.getCause());
    }
    return List.copyOf(writer.written);
  }

  private static InputException failure(Path folder, IOException e) {
    return new InputException("cannot write the data set to %s: %s", folder, IoReason.of(e));
  }

  private void interactions(Dataset data) throws IOException {
    Interactions all = data.interactions();
    String[] items = new String[data.items().size()];
    for (int item = 0; item < items.length; item++) {
      items[item] = cell(data.items().id(item));
    }
    try (Writer out = open("interactions.tsv")) {
      for (int user = 0; user < all.rows(); user++) {
        String id = cell(data.users().id(user));
        for (int p = all.start(user); p < all.end(user); p++) {
          out.append(id).append('\t').append(items[all.column(p)]).append('\t');
          out.append(number(all.rating(p)));
          if (all.hasTimestamps()) {
            out.append('\t').append(Long.toString(all.timestamp(p)));
          }
          out.append('\n');
        }
      }
    }
  }

  private void side(String kind, Vocabulary ids, Map<String, Modality> modalities)
      throws IOException {
    List<String> names = new ArrayList<>();
    for (Map.Entry<String, Modality> entry : modalities.entrySet()) {
      String name = entry.getKey();
      Modality modality = entry.getValue();
      if (modality instanceof Modality.Text text) {
        texts(kind + "_" + name + ".tsv", ids, text);
      } else if (modality instanceof Modality.Dense dense) {
        List<float[]> vectors = Stream.of(dense.vectors()).filter(Objects::nonNull).toList();
        NumpyFile.write(add(kind + "_" + name + ".npy"), vectors, dense.length());
        present(kind + "_" + name + "_ids.txt", ids, dense);
      } else {
        names.add(name);
      }
    }
    labels(kind, ids, names, modalities);
  }

  private void labels(
      String kind, Vocabulary ids, List<String> names, Map<String, Modality> modalities)
      throws IOException {
    try (Writer out = open(kind + "s.tsv")) {
      out.append(kind);
      for (String name : names) {
        out.append('\t').append(cell(name));
      }
      out.append('\n');
      for (int entity = 0; entity < ids.size(); entity++) {
        out.append(cell(ids.id(entity)));
        for (String name : names) {
          out.append('\t').append(cell(labels(modalities.get(name), entity)));
        }
        out.append('\n');
      }
    }
  }

  private static String labels(Modality modality, int entity) {
    List<String> labels = new ArrayList<>();
    if (modality instanceof Modality.Categorical one && one.has(entity)) {
      labels.add(one.labels().get(one.codes()[entity]));
    } else if (modality instanceof Modality.MultiHot many) {
      for (int code : many.codes()[entity]) {
        labels.add(many.labels().get(code));
      }
    }
    return String.join("|", labels);
  }

  private void texts(String name, Vocabulary ids, Modality.Text text) throws IOException {
    try (Writer out = open(name)) {
      for (int entity = 0; entity < ids.size(); entity++) {
        if (text.has(entity)) {
          out.append(cell(ids.id(entity))).append('\t').append(cell(text.texts()[entity]));
          out.append('\n');
        }
      }
    }
  }

  private void present(String name, Vocabulary ids, Modality modality) throws IOException {
    try (Writer out = open(name)) {
      for (int entity = 0; entity < ids.size(); entity++) {
        if (modality.has(entity)) {
          out.append(ids.id(entity)).append('\n');
        }
      }
    }
  }

  private Writer open(String name) throws IOException {
    return Files.newBufferedWriter(add(name), StandardCharsets.UTF_8);
  }

  private Path add(String name) {
    Path file = folder.resolve(name);
    written.add(file);
    return file;
  }

  private static String number(float value) {
    return value == Math.rint(value) && Math.abs(value) < 1e6
        ? Integer.toString((int) value)
        : Float.toString(value);
  }

  /** Quoted as in RFC 4180 where it must be. */
  private static String cell(String text) {
    boolean plain =
        !text.startsWith("\"") && text.chars().noneMatch(c -> c == '\t' || c == '\n' || c == '\r');
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
