package org.trellisrec.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.trellisrec.data.Vocabulary;

/**
 * Values of user metrics, one line per user: the input of significance tests and of anyone's own
 * analysis.
 */
public final class PerUserFile {
  private PerUserFile() {}

  /**
   * Writes a CSV file {@code user,<column>,...}; undefined values are empty.
   *
   * @param file the target
   * @param ids original user ids
   * @param users the users, in the order of the values
   * @param columns names, for instance {@code nDCG@10}
   * @param values one array per column, one value per user
   */
  public static void write(
      Path file, Vocabulary ids, int[] users, List<String> columns, List<double[]> values)
      throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    CSVFormat format = CSVFormat.DEFAULT.builder().setRecordSeparator("\n").get();
    try (BufferedWriter out = Files.newBufferedWriter(file);
        CSVPrinter printer = new CSVPrinter(out, format)) {
      printer.print("user");
      printer.printRecord(columns);
      for (int row = 0; row < users.length; row++) {
        printer.print(ids.id(users[row]));
        // Numbers need no quoting; the printer would look for a need in every one of them.
        for (double[] column : values) {
          out.write(',');
          out.write(Double.isNaN(column[row]) ? "" : Double.toString(column[row]));
        }
        printer.println();
      }
    }
  }
}
