package org.trellisrec.io;

import java.nio.charset.Charset;
import org.trellisrec.spi.Param;

/**
 * How a delimited file of entities is written.
 *
 * @param separator as in {@link Format#separator()}
 * @param header whether the first line names the columns
 * @param encoding the character set
 * @param quotes whether a column that begins with a double quote is quoted as in RFC 4180
 */
public record TableFormat(
    @Param(
            description =
                "What separates columns: tab, comma, semicolon, pipe, space, or the text itself,"
                    + " such as '::'.",
            byDefault = "tab")
        String separator,
    @Param(description = "Whether the first line names the columns.", byDefault = "false")
        boolean header,
    @Param(description = "Character set, such as utf-8 or latin1.", byDefault = "utf-8")
        String encoding,
    @Param(
            description = "Whether a column that begins with a double quote is quoted (RFC 4180).",
            byDefault = "true")
        boolean quotes) {
  /** Tab-separated, UTF-8, quotes are ordinary characters. */
  static final TableFormat RAW_TSV = new TableFormat("tab", false, "utf-8", false);

  /** Checks separator and encoding. */
  public TableFormat {
    rows(separator, header, encoding, quotes);
  }

  private static Format rows(String separator, boolean header, String encoding, boolean quotes) {
    return new Format(separator, header, Columns.DEFAULT, encoding, quotes, OnMalformed.ERROR);
  }

  private Format rows() {
    return rows(separator, header, encoding, quotes);
  }

  String delimiter() {
    return rows().delimiter();
  }

  String delimiterName() {
    return rows().delimiterName();
  }

  Charset charset() {
    return rows().charset();
  }
}
