package org.trellisrec.report;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.trellisrec.evaluation.Evaluation;
import org.trellisrec.files.AtomicFiles;

/** Writes metric values in long format: {@code metric,cutoff,value,users}. */
public final class EvaluationCsv {
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT
          .builder()
          .setHeader("metric", "cutoff", "value", "users")
          .setRecordSeparator('\n')
          .get();

  private EvaluationCsv() {}

  /** Values with all their digits, {@code NaN} where undefined. */
  public static String text(Evaluation evaluation) throws IOException {
    StringWriter text = new StringWriter();
    try (CSVPrinter csv = new CSVPrinter(text, FORMAT)) {
      for (Evaluation.Row row : evaluation.rows()) {
        csv.printRecord(row.metric(), row.cutoff(), row.value(), row.users());
      }
    }
    return text.toString();
  }

  /** Writes the file, which appears at its place once it is complete. */
  public static void write(Path file, Evaluation evaluation) throws IOException {
    AtomicFiles.write(file, text(evaluation));
  }
}
