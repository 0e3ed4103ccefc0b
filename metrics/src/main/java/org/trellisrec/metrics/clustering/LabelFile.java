package org.trellisrec.metrics.clustering;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.IoReason;

/**
 * A file that gives labels to ids: per line an id and its labels, separated by tabs, no header.
 * Empty lines are passed over.
 */
final class LabelFile {
  private LabelFile() {}

  /**
   * The labels by id, in the order of the file.
   *
   * @throws InputException naming file and line if the file cannot be read, a line has no label, or
   *     an id occurs twice
   */
  static Map<String, List<String>> read(Path file) {
    Map<String, List<String>> labels = new LinkedHashMap<>();
    try (BufferedReader reader = Files.newBufferedReader(file)) {
      int number = 0;
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        number++;
        if (!line.isBlank()) {
          add(labels, line, file + ":" + number);
        }
      }
    } catch (IOException e) {
      throw new InputException("%s cannot be read: %s", file, IoReason.of(e));
    }
    return labels;
  }

  /**
   * As {@link #read}, with exactly one label per id.
   *
   * @throws InputException as for {@link #read}, or if a line has more than two columns
   */
  static Map<String, String> readSingle(Path file) {
    Map<String, String> single = new LinkedHashMap<>();
    read(file)
        .forEach(
            (id, labels) -> {
              if (labels.size() > 1) {
                throw new InputException(
                    "%s gives '%s' the %d labels %s; expected one cluster per id",
                    file, id, labels.size(), labels);
              }
              single.put(id, labels.get(0));
            });
    return single;
  }

  private static void add(Map<String, List<String>> labels, String line, String at) {
    String[] columns = line.split("\t", -1);
    List<String> values =
        Arrays.stream(columns).skip(1).map(String::strip).filter(v -> !v.isEmpty()).toList();
    if (values.isEmpty()) {
      throw new InputException(
          "%s: found '%s', expected an id and at least one label, separated by tabs", at, line);
    }
    if (labels.putIfAbsent(columns[0].strip(), values) != null) {
      throw new InputException(
          "%s: '%s' was given labels before; expected one line per id", at, columns[0].strip());
    }
  }
}
