package org.trellisrec.io;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.trellisrec.spi.Progress;
import org.trellisrec.spi.ReadContext;

/** Reads several files into one id space, and tells what was left out. */
final class RowFiles {
  private RowFiles() {}

  static Tables read(List<Path> files, Format format, ReadContext context) {
    return read(
        files, format, context, file -> FileRows.delimited(file, format, context.threads()));
  }

  static Tables readAdjacency(List<Path> files, Format format, ReadContext context) {
    return read(
        files, format, context, file -> FileRows.adjacency(file, format, context.threads()));
  }

  static Tables read(
      List<Path> files, Format format, ReadContext context, Function<Path, RowFile> reader) {
    List<RowFile> read = new ArrayList<>();
    try (Progress progress = context.progress("load", files.size())) {
      for (Path file : files) {
        RowFile rows = reader.apply(file);
        rows.report(context);
        read.add(rows);
        progress.advance(1);
      }
    }
    return Tables.of(read, format.charset(), context.threads());
  }
}
