package org.trellisrec.io;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.trellisrec.data.Modality;
import org.trellisrec.data.Scaling;
import org.trellisrec.input.Excerpt;
import org.trellisrec.spi.InputException;

/**
 * What a file says about one modality.
 *
 * @param name how messages call the modality
 * @param columns for each column one cell per entity, null or empty where absent
 * @param lineOf the line that the cells of an entity come from
 */
record SideCells(Path file, String name, String[][] columns, int[] lineOf) {
  private static final List<String> LABEL_SEPARATORS = List.of("|", ",", ";");

  /** A separator that so many cells in a hundred hold is not there by chance. */
  private static final int TELLING_PERCENT = 30;

  /** The same cells, each changed; null or an empty text makes it absent. */
  SideCells map(UnaryOperator<String> change) {
    String[][] changed =
        Arrays.stream(columns)
            .map(
                cells ->
                    Arrays.stream(cells)
                        .map(cell -> cell == null ? null : change.apply(cell))
                        .toArray(String[]::new))
            .toArray(String[][]::new);
    return new SideCells(file, name, changed, lineOf);
  }

  private int entities() {
    return lineOf.length;
  }

  private String cell(int entity) {
    String cell = columns[0][entity];
    return cell == null || cell.isBlank() ? null : cell;
  }

  Modality.Text text() {
    String[] texts = new String[entities()];
    Arrays.setAll(texts, this::cell);
    return new Modality.Text(texts);
  }

  Modality.Categorical categorical() {
    String[] cells = new String[entities()];
    Arrays.setAll(cells, entity -> cell(entity) == null ? null : cell(entity).strip());
    List<String> labels =
        Arrays.stream(cells).filter(Objects::nonNull).distinct().sorted().toList();
    int[] codes =
        Arrays.stream(cells)
            .mapToInt(cell -> cell == null ? -1 : Collections.binarySearch(labels, cell))
            .toArray();
    return new Modality.Categorical(labels, codes);
  }

  /** Labels in one cell, with {@code separator} between them. */
  Modality.MultiHot multiHot(String separator) {
    String[][] parts = new String[entities()][];
    Arrays.setAll(parts, entity -> parts(cell(entity), separator));
    List<String> labels = Arrays.stream(parts).flatMap(Arrays::stream).distinct().sorted().toList();
    int[][] codes =
        Arrays.stream(parts)
            .map(
                of ->
                    Arrays.stream(of)
                        .mapToInt(label -> Collections.binarySearch(labels, label))
                        .distinct()
                        .sorted()
                        .toArray())
            .toArray(int[][]::new);
    return new Modality.MultiHot(labels, codes);
  }

  /** What to say where another separator stands in the cells than is read; empty if nothing. */
  Optional<String> separatorRemark(String separator) {
    long cells = holding("");
    long lacking = cells - holding(separator);
    if (2 * lacking <= cells) {
      return Optional.empty();
    }
    return LABEL_SEPARATORS.stream()
        .filter(other -> !other.equals(separator))
        .max(Comparator.comparingLong(this::holding))
        .filter(other -> 100 * holding(other) >= TELLING_PERCENT * cells)
        .map(
            other ->
                "%s: '%s': %d of %d cells hold no '%s', which separates labels, but %d hold '%s'; if that separates them, set separator: '%s', else each such cell is one label"
                    .formatted(
                        file, name, lacking, cells, separator, holding(other), other, other));
  }

  private long holding(String text) {
    return IntStream.range(0, entities())
        .mapToObj(this::cell)
        .filter(cell -> cell != null && cell.contains(text))
        .count();
  }

  private static String[] parts(String cell, String separator) {
    return Arrays.stream(places(cell, separator)).filter(Objects::nonNull).toArray(String[]::new);
  }

  /**
   * What stands between separators, null where nothing does. Blanks in a row are one separator, and
   * one may also end the cell.
   */
  private static String[] places(String cell, String separator) {
    if (cell == null) {
      return new String[0];
    }
    String between =
        separator.isBlank() ? "(" + Pattern.quote(separator) + ")+" : Pattern.quote(separator);
    String[] places =
        Arrays.stream(cell.strip().split(between, -1))
            .map(String::strip)
            .map(part -> part.isEmpty() ? null : part)
            .toArray(String[]::new);
    boolean ends = places.length > 1 && places[places.length - 1] == null;
    return ends ? Arrays.copyOf(places, places.length - 1) : places;
  }

  /** Numbers in one cell, with {@code separator} between them. */
  Modality.Dense vectors(String separator, Scaling scaling) {
    float[][] vectors = new float[entities()][];
    int length = 0;
    int from = 0;
    for (int entity = 0; entity < vectors.length; entity++) {
      String[] parts = places(cell(entity), separator);
      if (Arrays.stream(parts).anyMatch(Objects::nonNull)) {
        requireAll(entity, parts);
        if (length > 0 && parts.length != length) {
          throw new InputException(
              "%s:%d: '%s' has %d numbers separated by '%s', but %d in line %d; give all vectors one"
                  + " length, or clear the cells without a vector",
              file, lineOf[entity], name, parts.length, Excerpt.of(separator), length, from);
        }
        vectors[entity] = numbers(entity, parts);
        length = parts.length;
        from = from == 0 ? lineOf[entity] : from;
      }
    }
    return new Modality.Dense(Math.max(1, length), vectors, scaling);
  }

  /** One number in each column; an entity has all of them or none. */
  Modality.Dense numbers(Scaling scaling) {
    float[][] vectors = new float[entities()][];
    for (int entity = 0; entity < vectors.length; entity++) {
      String[] row = new String[columns.length];
      for (int i = 0; i < row.length; i++) {
        String cell = columns[i][entity];
        row[i] = cell == null || cell.isBlank() ? null : cell.strip();
      }
      if (Arrays.stream(row).anyMatch(Objects::nonNull)) {
        requireAll(entity, row);
        vectors[entity] = numbers(entity, row);
      }
    }
    return new Modality.Dense(columns.length, vectors, scaling);
  }

  private void requireAll(int entity, String[] row) {
    if (Arrays.stream(row).anyMatch(Objects::isNull)) {
      throw new InputException(
          "%s:%d: '%s' has some of its %d numbers, but not all; fill in or clear the others",
          file, lineOf[entity], name, row.length);
    }
  }

  private float[] numbers(int entity, String[] cells) {
    float[] numbers = new float[cells.length];
    for (int i = 0; i < cells.length; i++) {
      byte[] bytes = cells[i].getBytes(StandardCharsets.UTF_8);
      try {
        numbers[i] = Numbers.number(bytes, 0, bytes.length, "value");
      } catch (MalformedRow e) {
        throw new InputException(
            "%s:%d: '%s': %s; correct it, or list it under 'missing' if it stands for no value",
            file, lineOf[entity], name, e.getMessage());
      }
    }
    return numbers;
  }
}
