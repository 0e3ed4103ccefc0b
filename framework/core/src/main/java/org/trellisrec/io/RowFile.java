package org.trellisrec.io;

import java.nio.file.Path;
import java.util.List;
import org.trellisrec.input.TextInput;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.ReadContext;

/**
 * The rows of one file.
 *
 * @param layout its columns
 * @param segments its rows in order
 * @param lines number of lines, header included
 * @param blank number of blank lines
 * @param rowless number of lines that name a user and no item
 * @param returns number of lines that end in a carriage return
 * @param oddities of the whole file, in words
 * @param skipped number of malformed lines left out
 * @param fault the first of them, its line counted from 0 at the start of the file; or null
 */
record RowFile(
    Path file,
    Layout layout,
    List<Segment> segments,
    long lines,
    long blank,
    long rowless,
    long returns,
    List<String> oddities,
    long skipped,
    Fault fault) {

  long size() {
    return segments.stream().mapToLong(Segment::size).sum();
  }

  boolean hasTimestamps() {
    return layout.timestamp() >= 0;
  }

  static InputException malformed(Path file, Fault fault, Format format, Remedy remedy) {
    if (fault.dated()) {
      return new InputException(
          "%s:%d: %s; convert the column, or %s if times do not matter",
          file, 1 + fault.line(), fault.message(), remedy.untimed());
    }
    boolean perhapsHeader = fault.line() == 0 && format.header() == null;
    return new InputException(
        "%s:%d: %s; correct the line, or %s%s",
        file,
        1 + fault.line(),
        fault.message(),
        remedy.skip(),
        perhapsHeader ? ", or format.header: true if it names the columns" : "");
  }

  /** Tells what was left out; refuses a file without any row. */
  void report(ReadContext context) {
    oddities.forEach(oddity -> context.note("%s: %s".formatted(file, oddity)));
    TextInput.tellOfReturns(file, returns, context::note);
    TextInput.tellOfBlanks(file, blank, context::note);
    if (rowless > 0) {
      context.note("%s: users without items: %d".formatted(file, rowless));
    }
    if (layout.width() > layout.used()) {
      context.note("%s: columns that are not read: %s".formatted(file, layout.unused()));
    }
    if (skipped > 0) {
      context.note(
          "%s: left out malformed lines: %d, the first is line %d: %s"
              .formatted(file, skipped, 1 + fault.line(), fault.message()));
    }
    if (size() == 0) {
      throw new InputException(
          "%s holds no interaction%s",
          file, rowless > 0 ? "; a user and the items are to be separated by blanks or tabs" : "");
    }
  }
}
