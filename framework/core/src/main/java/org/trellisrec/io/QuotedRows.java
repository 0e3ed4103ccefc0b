package org.trellisrec.io;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.trellisrec.input.CarriageReturns;
import org.trellisrec.input.Excerpt;
import org.trellisrec.input.InputFile;
import org.trellisrec.spi.InputException;

/**
 * Reads a file with quoted columns, by Commons CSV on one thread. The file is read as Latin-1, in
 * which every byte is one character: separators, quotes and line ends are ASCII in every encoding
 * that is read, and the bytes of a column arrive as they are in the file, to be checked like those
 * of a file without quotes.
 */
final class QuotedRows {
  private static final int ROWS_PER_SEGMENT = 1 << 16;
  private static final Charset BYTES = StandardCharsets.ISO_8859_1;

  private final Path file;
  private final Format format;
  private final FileRows.LayoutRule rule;
  private final Remedy remedy;
  private final Charset charset;
  private final List<Segment> segments = new ArrayList<>();
  private final List<String> oddities = new ArrayList<>();
  private RowParser rows;
  private Layout layout;
  private long lines;
  private long blank;
  private long returns;
  private long skipped;
  private Fault fault;
  private byte[] bytes = new byte[1024];

  private QuotedRows(Path file, Format format, FileRows.LayoutRule rule, Remedy remedy) {
    this.file = file;
    this.rule = rule;
    this.remedy = remedy;
    this.format = format;
    this.charset = format.charset();
  }

  static RowFile read(Path file, Format format, FileRows.LayoutRule rule, Remedy remedy) {
    QuotedRows rows = new QuotedRows(file, format, rule, remedy);
    rows.readAll();
    return new RowFile(
        file,
        rows.layout,
        rows.segments,
        rows.lines,
        rows.blank,
        0,
        rows.returns,
        rows.oddities,
        rows.skipped,
        rows.fault);
  }

  private void readAll() {
    CSVFormat csv =
        CSVFormat.DEFAULT
            .builder()
            .setDelimiter(format.delimiter())
            .setIgnoreEmptyLines(false)
            .setQuote('"')
            .get();
    try (CarriageReturns bytes = new CarriageReturns(InputFile.open(file, oddities::add));
        Reader reader = new InputStreamReader(bytes, BYTES);
        CSVParser parser = csv.parse(reader)) {
      records(parser);
      returns = bytes.count();
    } catch (IOException e) {
      throw InputFile.failure(file, e);
    }
    if (rows != null && rows.size() > 0) {
      segments.add(rows.take());
    }
  }

  private void records(CSVParser parser) {
    Iterator<CSVRecord> records = parser.iterator();
    while (hasNext(records)) {
      CSVRecord record = records.next();
      long line = lines;
      lines = parser.getCurrentLineNumber();
      if (record.size() == 1 && record.get(0).isBlank()) {
        blank++;
      } else if (layout == null) {
        first(record, line);
      } else {
        row(record, line);
      }
    }
  }

  private boolean hasNext(Iterator<CSVRecord> records) {
    try {
      return records.hasNext();
    } catch (UncheckedIOException e) {
      throw new InputException(
          "%s:%d: the quotes do not match (%s); correct them, or set format.quotes: false",
          file, lines + 1, e.getCause().getMessage());
    }
  }

  private void first(CSVRecord record, long line) {
    layout = rule.apply(file.toString(), record.stream().map(this::decode).toList());
    rows = new RowParser(layout, charset, remedy);
    if (!format.hasHeader()) {
      row(record, line);
    }
  }

  private void row(CSVRecord record, long line) {
    if (rows.size() == ROWS_PER_SEGMENT) {
      segments.add(rows.take());
    }
    try {
      if (record.size() != layout.width()) {
        throw new MalformedRow(
            "expected %d columns as in the first line, found %d"
                .formatted(layout.width(), record.size()));
      }
      encode(record);
    } catch (MalformedRow e) {
      skipped++;
      String text =
          Excerpt.of(
              record.stream().map(this::decode).collect(Collectors.joining(format.delimiter())));
      Fault found = e.at(line, text);
      fault = fault == null ? found : fault;
      if (format.onMalformed() == OnMalformed.ERROR) {
        throw RowFile.malformed(file, found, format, remedy);
      }
    }
  }

  private String decode(String column) {
    return new String(column.getBytes(BYTES), charset);
  }

  private void encode(CSVRecord record) throws MalformedRow {
    int[] from = new int[layout.width()];
    int[] to = new int[layout.width()];
    int size = 0;
    for (int column = 0; column < layout.width(); column++) {
      byte[] encoded = record.get(column).getBytes(BYTES);
      if (size + encoded.length + IdTable.SLACK > bytes.length) {
        bytes = Arrays.copyOf(bytes, 2 * (size + encoded.length) + IdTable.SLACK);
      }
      System.arraycopy(encoded, 0, bytes, size, encoded.length);
      from[column] = size;
      size += encoded.length;
      to[column] = size;
    }
    rows.row(bytes, from, to);
  }
}
