package org.trellisrec.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.carrotsearch.hppc.DoubleArrayList;
import com.carrotsearch.hppc.IntArrayList;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.DoubleBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.trellisrec.data.Vocabulary;
import org.trellisrec.files.AtomicFiles;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.IoReason;

/**
 * Values of user metrics, one line per user: the input of significance tests and of anyone's own
 * analysis. What is read back is what was written, to the last digit.
 */
public final class PerUserFile {
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setRecordSeparator("\n").get();

  private PerUserFile() {}

  /**
   * What a file holds.
   *
   * @param users indices of the users, in the order of the lines
   * @param columns names, for instance {@code nDCG@10}
   * @param values one array per column, one value per user; NaN where undefined
   */
  public record Content(int[] users, List<String> columns, List<double[]> values) {
    /** Keeps its own copies of the lists. */
    public Content {
      columns = List.copyOf(columns);
      values = List.copyOf(values);
    }
  }

  /**
   * Writes a CSV file {@code user,<column>,...}; undefined values are empty. The file is whole on
   * disk, or stays as it was.
   *
   * @param file the target
   * @param ids original user ids
   * @param users the users, in the order of the values
   * @param columns names, for instance {@code nDCG@10}
   * @param values one buffer per column, one value per user
   */
  public static void write(
      Path file, Vocabulary ids, int[] users, List<String> columns, List<DoubleBuffer> values)
      throws IOException {
    AtomicFiles.write(file, out -> write(out, ids, users, columns, values));
  }

  private static void write(
      Writer out, Vocabulary ids, int[] users, List<String> columns, List<DoubleBuffer> values)
      throws IOException {
    CSVPrinter printer = new CSVPrinter(out, FORMAT);
    printer.print("user");
    printer.printRecord(columns);
    NumberTexts texts = new NumberTexts();
    for (int row = 0; row < users.length; row++) {
      printer.print(ids.id(users[row]));
      // Numbers need no quoting; the printer would look for a need in every one of them.
      for (DoubleBuffer column : values) {
        double value = column.get(row);
        out.write(',');
        out.write(Double.isNaN(value) ? "" : texts.of(value));
      }
      printer.println();
    }
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @param ids the same user ids
   * @throws InputException if the file cannot be read or is not of this form; naming the line
   */
  public static Content read(Path file, Vocabulary ids) {
    try (CSVParser parser = CSVParser.parse(file, UTF_8, FORMAT)) {
      List<String> header = parser.iterator().next().toList();
      List<DoubleArrayList> values =
          Stream.generate(DoubleArrayList::new).limit(header.size() - 1L).toList();
      IntArrayList users = new IntArrayList();
      for (CSVRecord row : parser) {
        String where = file + ":" + parser.getCurrentLineNumber();
        users.add(user(row, header.size(), ids, where));
        for (int column = 1; column < header.size(); column++) {
          values.get(column - 1).add(value(row.get(column), where));
        }
      }
      return new Content(
          users.toArray(),
          header.subList(1, header.size()),
          values.stream().map(DoubleArrayList::toArray).toList());
    } catch (IOException e) {
      throw new InputException("%s cannot be read: %s", file, IoReason.of(e));
    } catch (UncheckedIOException | NoSuchElementException e) {
      throw new InputException(
          "%s cannot be read as values per user: it is damaged; run the experiment again", file);
    }
  }

  private static int user(CSVRecord row, int width, Vocabulary ids, String where) {
    if (row.size() != width) {
      throw new InputException(
          "%s: %d values per line are expected, but there are %d", where, width, row.size());
    }
    int user = ids.indexOf(row.get(0));
    if (user < 0) {
      throw new InputException("%s: there is no user '%s' in the data", where, row.get(0));
    }
    return user;
  }

  private static double value(String text, String where) {
    try {
      return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new InputException("%s: '%s' is not a number", where, text);
    }
  }
}
