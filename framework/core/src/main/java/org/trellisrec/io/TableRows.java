package org.trellisrec.io;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.trellisrec.input.InputFile;
import org.trellisrec.spi.InputException;

/** Reads the rows of a delimited file one after another; blank lines are passed over. */
final class TableRows {
  /** Takes in a row and the number of its first line, from 1. */
  @FunctionalInterface
  interface Handler {
    void row(int line, List<String> cells);
  }

  private final Path file;
  private final TableFormat format;

  private TableRows(Path file, TableFormat format) {
    this.file = file;
    this.format = format;
  }

  /**
   * Hands over every row, the header included.
   *
   * @throws InputException if the file cannot be read or decoded, or its quotes do not match
   */
  static void forEach(Path file, TableFormat format, Handler handler) {
    new TableRows(file, format).forEach(handler);
  }

  private void forEach(Handler handler) {
    CSVFormat csv =
        CSVFormat.DEFAULT
            .builder()
            .setDelimiter(format.delimiter())
            .setIgnoreEmptyLines(false)
            .setQuote(format.quotes() ? '"' : null)
            .get();
    try (Reader reader =
            new InputStreamReader(InputFile.open(file), format.charset().newDecoder());
        CSVParser parser = csv.parse(reader)) {
      Iterator<CSVRecord> records = parser.iterator();
      long line = 1;
      while (hasNext(records, line)) {
        CSVRecord record = records.next();
        if (record.size() > 1 || !record.get(0).isBlank()) {
          handler.row((int) line, record.toList());
        }
        line = parser.getCurrentLineNumber() + 1;
      }
    } catch (IOException e) {
      throw failure(e);
    }
  }

  private boolean hasNext(Iterator<CSVRecord> records, long line) {
    try {
      return records.hasNext();
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof CharacterCodingException) {
        throw failure(e.getCause());
      }
      throw new InputException(
          "%s:%d: the quotes do not match (%s); correct them, or set format.quotes: false",
          file, line, e.getCause().getMessage());
    }
  }

  private InputException failure(IOException e) {
    return e instanceof CharacterCodingException
        ? new InputException("%s is not valid %s; set format.encoding", file, format.encoding())
        : InputFile.failure(file, e);
  }
}
