package org.trellisrec.io;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.trellisrec.data.Modality;
import org.trellisrec.data.Vocabulary;
import org.trellisrec.input.InputFile;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.ReadContext;

/** Reads a {@code .user} or {@code .item} file: one row per entity, one modality per field. */
final class AtomicSide {
  private final Path file;
  private final Vocabulary ids;
  private List<AtomicField> fields;
  private int idColumn;
  private String[][] cells;
  private int[] lineOf;
  private int unknown;

  private AtomicSide(Path file, Vocabulary ids) {
    this.file = file;
    this.ids = ids;
  }

  static Map<String, Modality> read(
      Path file, String idField, Vocabulary ids, ReadContext context) {
    AtomicSide side = new AtomicSide(file, ids);
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(InputFile.open(file), StandardCharsets.UTF_8.newDecoder()))) {
      side.header(reader.readLine(), idField);
      side.rows(reader);
    } catch (CharacterCodingException e) {
      throw new InputException("%s is not valid UTF-8; convert it", file);
    } catch (IOException e) {
      throw InputFile.failure(file, e);
    }
    side.report(context);
    return side.modalities();
  }

  private void header(String line, String idField) {
    if (line == null) {
      throw new InputException("%s is empty", file);
    }
    fields = AtomicField.header(file.toString(), Arrays.asList(line.split("\t", -1)));
    List<String> names = fields.stream().map(AtomicField::name).toList();
    idColumn = names.indexOf(idField);
    if (idColumn < 0) {
      throw new InputException(
          "%s:1: no field '%s'; the header has %s",
          file, idField, Excerpt.of(String.join(", ", names)));
    }
    cells = new String[fields.size()][ids.size()];
    lineOf = new int[ids.size()];
  }

  private void rows(BufferedReader reader) throws IOException {
    int number = 2;
    for (String line = reader.readLine(); line != null; line = reader.readLine(), number++) {
      if (!line.isBlank()) {
        row(line.split("\t", -1), number);
      }
    }
  }

  private void row(String[] row, int line) {
    if (row.length != fields.size()) {
      throw new InputException(
          "%s:%d: expected %d fields as in the header, found %d",
          file, line, fields.size(), row.length);
    }
    int entity = ids.indexOf(row[idColumn]);
    if (entity < 0) {
      unknown++;
      return;
    }
    if (lineOf[entity] > 0) {
      throw new InputException(
          "%s:%d: '%s' was described already in line %d",
          file, line, Excerpt.of(row[idColumn]), lineOf[entity]);
    }
    lineOf[entity] = line;
    for (int column = 0; column < row.length; column++) {
      cells[column][entity] = row[column];
    }
  }

  private void report(ReadContext context) {
    if (unknown > 0) {
      context.note("%s: passed over entities without interactions: %d".formatted(file, unknown));
    }
    long without = Arrays.stream(lineOf).filter(line -> line == 0).count();
    if (without > 0) {
      context.note("%s: entities that it does not describe: %d".formatted(file, without));
    }
  }

  private Map<String, Modality> modalities() {
    Map<String, Modality> modalities = new LinkedHashMap<>();
    for (int column = 0; column < fields.size(); column++) {
      if (column != idColumn) {
        AtomicField field = fields.get(column);
        AtomicCells values = new AtomicCells(file, field.name(), cells[column], lineOf);
        modalities.put(field.name(), values.modality(field.type()));
      }
    }
    return modalities;
  }
}
