package org.trellisrec.io;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.trellisrec.data.Modality;
import org.trellisrec.spi.InputException;

/**
 * The values of one field, one per entity.
 *
 * @param cells null or empty where the field says nothing
 * @param lineOf the line that each value comes from
 */
record AtomicCells(Path file, String name, String[] cells, int[] lineOf) {
  Modality modality(AtomicField.Type type) {
    return switch (type) {
      case TOKEN -> categorical();
      case TOKEN_SEQ -> multiHot();
      case FLOAT, FLOAT_SEQ -> dense();
    };
  }

  private Modality categorical() {
    List<String> labels =
        Arrays.stream(cells)
            .filter(cell -> cell != null && !cell.isEmpty())
            .distinct()
            .sorted()
            .toList();
    int[] codes =
        Arrays.stream(cells).mapToInt(cell -> cell == null ? -1 : code(labels, cell)).toArray();
    return new Modality.Categorical(labels, codes);
  }

  private Modality multiHot() {
    List<String> labels =
        Arrays.stream(cells)
            .filter(Objects::nonNull)
            .flatMap(cell -> Arrays.stream(parts(cell)))
            .distinct()
            .sorted()
            .toList();
    int[][] codes = new int[cells.length][];
    for (int entity = 0; entity < codes.length; entity++) {
      String[] parts = cells[entity] == null ? new String[0] : parts(cells[entity]);
      codes[entity] =
          Arrays.stream(parts).mapToInt(part -> code(labels, part)).distinct().sorted().toArray();
    }
    return new Modality.MultiHot(labels, codes);
  }

  private Modality dense() {
    float[][] vectors = new float[cells.length][];
    int length = 0;
    for (int entity = 0; entity < vectors.length; entity++) {
      if (cells[entity] != null && !cells[entity].isBlank()) {
        vectors[entity] = vector(entity);
        if (length > 0 && vectors[entity].length != length) {
          throw new InputException(
              "%s:%d: field '%s' has %d numbers, but %d in earlier lines",
              file, lineOf[entity], name, vectors[entity].length, length);
        }
        length = vectors[entity].length;
      }
    }
    return new Modality.Dense(Math.max(1, length), vectors);
  }

  private float[] vector(int entity) {
    String[] parts = parts(cells[entity]);
    float[] vector = new float[parts.length];
    for (int i = 0; i < parts.length; i++) {
      byte[] bytes = parts[i].getBytes(StandardCharsets.UTF_8);
      try {
        vector[i] = Numbers.number(bytes, 0, bytes.length, "value");
      } catch (MalformedRow e) {
        throw new InputException(
            "%s:%d: field '%s': %s", file, lineOf[entity], name, e.getMessage());
      }
    }
    return vector;
  }

  private static int code(List<String> labels, String label) {
    return label.isEmpty() ? -1 : Collections.binarySearch(labels, label);
  }

  private static String[] parts(String cell) {
    return Arrays.stream(cell.split(" ", -1))
        .filter(part -> !part.isEmpty())
        .toArray(String[]::new);
  }
}
