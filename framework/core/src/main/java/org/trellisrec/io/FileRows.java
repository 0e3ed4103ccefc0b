package org.trellisrec.io;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.trellisrec.data.Workers;
import org.trellisrec.spi.InputException;

/** Reads the rows of one file on several threads. */
final class FileRows {
  private static final int CHUNK_SIZE = 1 << 20;

  private final Path file;
  private final Format format;
  private final Layout layout;
  private final Function<RowParser, LineHandler> handlers;
  private final Remedy remedy;
  private final Map<Integer, Parsed> parts = Collections.synchronizedMap(new TreeMap<>());

  private FileRows(
      Path file,
      Format format,
      Layout layout,
      Function<RowParser, LineHandler> handlers,
      Remedy remedy) {
    this.file = file;
    this.format = format;
    this.layout = layout;
    this.handlers = handlers;
    this.remedy = remedy;
  }

  /** Rows of columns between separators. */
  static RowFile delimited(Path file, Format format, int threads) {
    return delimited(file, format, threads, CHUNK_SIZE);
  }

  /** Rows of an atomic file. */
  static RowFile atomic(Path file, Format format, LayoutRule rule, int threads) {
    return delimited(file, format, rule, Remedy.UTF_8, threads, CHUNK_SIZE);
  }

  static RowFile delimited(Path file, Format format, int threads, int chunkSize) {
    LayoutRule rule = (name, first) -> Layout.of(name, format, first);
    return delimited(file, format, rule, Remedy.FORMAT, threads, chunkSize);
  }

  /** Finds the columns, given the file's name and the columns of its first line. */
  interface LayoutRule {
    Layout apply(String file, List<String> first);
  }

  private static RowFile delimited(
      Path file, Format format, LayoutRule rule, Remedy remedy, int threads, int chunkSize) {
    try (Source source = new Source(file, chunkSize)) {
      String first = first(source, file, format.charset());
      if (format.quotes() && first.indexOf('"') >= 0) {
        return QuotedRows.read(file, format, rule, remedy);
      }
      String[] columns = first.split(Pattern.quote(format.delimiter()), -1);
      Layout layout = rule.apply(file.toString(), Arrays.asList(columns));
      FileRows rows =
          new FileRows(
              file, format, layout, parser -> new DelimitedLine(parser, layout, format), remedy);
      int headerLines = format.hasHeader() ? source.skipPeeked() : 0;
      int headerReturns = format.hasHeader() && source.peekedReturn() ? 1 : 0;
      rows.parse(source, threads, chunkSize);
      boolean quoted = rows.parts.values().stream().anyMatch(Parsed::quoted);
      return quoted
          ? QuotedRows.read(file, format, rule, remedy)
          : rows.result(headerLines, headerReturns, source.oddities());
    }
  }

  /** Rows of a user followed by items. */
  static RowFile adjacency(Path file, Format format, int threads) {
    return adjacency(file, format, threads, CHUNK_SIZE);
  }

  static RowFile adjacency(Path file, Format format, int threads, int chunkSize) {
    try (Source source = new Source(file, chunkSize)) {
      first(source, file, format.charset());
      AdjacencyShape shape = new AdjacencyShape();
      FileRows rows =
          new FileRows(
              file,
              format,
              Layout.ADJACENCY,
              parser -> new AdjacencyLine(parser, shape),
              Remedy.ADJACENCY);
      rows.parse(source, threads, chunkSize);
      List<String> oddities = new ArrayList<>(source.oddities());
      shape.suspicion().ifPresent(oddities::add);
      return rows.result(0, 0, oddities);
    }
  }

  private static String first(Source source, Path file, Charset charset) {
    String first = source.peek(charset);
    if (first == null) {
      throw new InputException("%s is empty", file);
    }
    return first;
  }

  private void parse(Source source, int threads, int chunkSize) {
    List<Runnable> workers = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      workers.add(() -> work(source, chunkSize));
    }
    Workers.run(threads, workers);
  }

  private void work(Source source, int chunkSize) {
    RowParser rows = new RowParser(layout, format.charset(), remedy);
    ChunkParser parser =
        new ChunkParser(rows, handlers.apply(rows), format.onMalformed(), format.charset());
    Chunk chunk = new Chunk(chunkSize);
    while (source.next(chunk)) {
      Parsed parsed = parser.parse(chunk);
      parts.put(chunk.sequence, parsed);
      if (parsed.quoted() || isError(parsed)) {
        source.stop();
      }
    }
  }

  private boolean isError(Parsed parsed) {
    return parsed.fault() != null && format.onMalformed() == OnMalformed.ERROR;
  }

  /** Chunks are dealt out in order, so the first bad one has no gap before it. */
  private RowFile result(long headerLines, long headerReturns, List<String> oddities) {
    List<Segment> segments = new ArrayList<>();
    long lines = headerLines;
    long blank = 0;
    long rowless = 0;
    long returns = headerReturns;
    long skipped = 0;
    Fault fault = null;
    for (Parsed part : parts.values()) {
      if (part.fault() != null && fault == null) {
        fault = part.fault().after(lines);
      }
      if (isError(part)) {
        throw RowFile.malformed(file, fault, format, remedy);
      }
      segments.add(part.rows());
      lines += part.lines();
      blank += part.blank();
      rowless += part.rowless();
      returns += part.returns();
      skipped += part.skipped();
    }
    return new RowFile(
        file, layout, segments, lines, blank, rowless, returns, oddities, skipped, fault);
  }
}
