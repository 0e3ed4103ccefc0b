package org.trellisrec.io;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
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
  private final Remedy remedy;

  private TableRows(Path file, TableFormat format, Remedy remedy) {
    this.file = file;
    this.format = format;
    this.remedy = remedy;
  }

  /**
   * Hands over every row, the header included.
   *
   * @param remedy what a user can do where the file has another character set
   * @throws InputException if the file cannot be read or decoded, or its quotes do not match
   */
  static void forEach(Path file, TableFormat format, Remedy remedy, Handler handler) {
    new TableRows(file, format, remedy).forEach(handler);
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
    if (!(e instanceof CharacterCodingException)) {
      return InputFile.failure(file, e);
    }
    return new InputException(
        "%s%s: the text is not valid %s; %s",
        file, firstWrongLine(), format.encoding(), remedy.encoding());
  }

  /** The decoder reads ahead, so that the parser does not know where the text is wrong. */
  private String firstWrongLine() {
    try (BufferedReader bytes =
        new BufferedReader(
            new InputStreamReader(InputFile.open(file), StandardCharsets.ISO_8859_1))) {
      int number = 1;
      for (String line = bytes.readLine(); line != null; line = bytes.readLine()) {
        if (!isValid(line.getBytes(StandardCharsets.ISO_8859_1))) {
          return ":" + number;
        }
        number++;
      }
      return "";
    } catch (IOException e) {
      return "";
    }
  }

  private boolean isValid(byte[] line) {
    try {
      format.charset().newDecoder().decode(ByteBuffer.wrap(line));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
