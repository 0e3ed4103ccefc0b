package org.trellisrec.io;

import java.nio.file.Path;
import java.util.List;
import java.util.function.ToIntFunction;
import org.trellisrec.data.Vocabulary;
import org.trellisrec.input.Excerpt;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.ReadContext;

/** The rows of a file of entities, one per entity. */
final class SideTable {
  private final Path file;
  private final TableFormat format;
  private final Remedy remedy;
  private final ToIntFunction<List<String>> idColumn;
  private final Vocabulary ids;
  private final Alignment alignment;
  private final String[][] rows;
  private List<String> first;
  private int id;
  private int repeated;

  private SideTable(
      Path file,
      TableFormat format,
      Remedy remedy,
      ToIntFunction<List<String>> idColumn,
      Vocabulary ids) {
    this.file = file;
    this.format = format;
    this.remedy = remedy;
    this.idColumn = idColumn;
    this.ids = ids;
    this.alignment = new Alignment(file, ids);
    this.rows = new String[ids.size()][];
  }

  /**
   * Reads a file.
   *
   * @param remedy what a user can do where the file has another character set or separator
   * @param idColumn finds the column of the ids, from 0, given the cells of the first line
   * @param ids the entities
   * @throws InputException naming file and line if a row has another number of columns than the
   *     first one, or an entity is described twice in different ways
   */
  static SideTable read(
      Path file,
      TableFormat format,
      Remedy remedy,
      ToIntFunction<List<String>> idColumn,
      Vocabulary ids) {
    SideTable table = new SideTable(file, format, remedy, idColumn, ids);
    TableRows.forEach(file, format, remedy, table::row);
    if (table.first == null) {
      throw new InputException("%s is empty", file);
    }
    return table;
  }

  private void row(int line, List<String> cells) {
    if (first == null) {
      first = cells;
      id = idColumn.applyAsInt(cells);
      if (format.header()) {
        return;
      }
    }
    if (cells.size() != first.size()) {
      throw new InputException(
          "%s:%d: expected %d columns separated by %s as in the first line, found %d; correct the line",
          file, line, first.size(), format.delimiterName(), cells.size());
    }
    int entity = alignment.find(cells.get(id), line);
    if (entity >= 0) {
      keep(entity, line, cells);
    }
  }

  private void keep(int entity, int line, List<String> cells) {
    if (rows[entity] == null) {
      rows[entity] = cells.toArray(String[]::new);
      alignment.described(entity, line);
    } else if (List.of(rows[entity]).equals(cells)) {
      repeated++;
    } else {
      throw new InputException(
          "%s:%d: '%s' was described in line %d already, in another way; keep one of the lines",
          file, line, Excerpt.of(ids.id(entity)), alignment.lineOf(entity));
    }
  }

  /** Tells what has no match, and what was repeated. */
  void report(OnUnknown policy, ReadContext context) {
    alignment.report(policy, context, SeparatorGuess.hint(first, format.delimiter(), remedy));
    if (repeated > 0) {
      context.note("%s: passed over repeated lines: %d".formatted(file, repeated));
    }
  }

  /** The cells of the first line: the names of the columns if there is a header. */
  List<String> first() {
    return first;
  }

  /** The column of the ids, from 0. */
  int idColumn() {
    return id;
  }

  /** The cells of some columns, from 0, as the values of a modality. */
  SideCells cells(String name, int... columns) {
    String[][] cells = new String[columns.length][rows.length];
    for (int entity = 0; entity < rows.length; entity++) {
      for (int i = 0; i < columns.length && rows[entity] != null; i++) {
        cells[i][entity] = rows[entity][columns[i]];
      }
    }
    return new SideCells(file, name, cells, alignment.lines());
  }
}
