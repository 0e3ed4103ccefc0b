package org.trellisrec.io;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.Param;

/**
 * How the rows of delimited files are written.
 *
 * <p>Unless {@code columns} says otherwise, the columns of a file without header are user, item,
 * rating, timestamp, as many as there are; in a file with header they are found by their usual
 * names ({@code user}, {@code user_id}, {@code userId}, ...), with or without the type of a field
 * of an atomic file ({@code user_id:token}). Once {@code columns} names any column of a file
 * without header, rating and timestamp are read only if it names them.
 *
 * <p>A file is taken to have no header if nothing is said about it, but is refused if its first
 * line holds usual names of columns, which would become a user and an item.
 *
 * @param separator {@code tab}, {@code comma}, {@code semicolon}, {@code pipe}, {@code space}, or
 *     the separating text itself
 * @param header whether the first line names the columns; null where nothing is said
 * @param columns which column holds what
 * @param encoding the character set; any in which ASCII text is written in ASCII bytes
 * @param quotes whether a column that begins with a double quote is quoted as in RFC 4180
 * @param onMalformed what to do with a row that cannot be understood
 */
public record Format(
    @Param(
            description =
                "What separates columns: tab, comma, semicolon, pipe, space, or the text itself,"
                    + " such as '::'.",
            byDefault = "tab")
        String separator,
    @Param(
            description =
                "Whether the first line names the columns. Without it there is no header, and a"
                    + " first line of usual column names is an error.",
            byDefault = Param.OPTIONAL)
        Boolean header,
    @Param(description = "Which column holds what.", byDefault = "{}") Columns columns,
    @Param(description = "Character set, such as utf-8 or latin1.", byDefault = "utf-8")
        String encoding,
    @Param(
            description = "Whether a column that begins with a double quote is quoted (RFC 4180).",
            byDefault = "true")
        boolean quotes,
    @Param(
            description = "What to do with a malformed row: error, or skip and count.",
            byDefault = "error")
        OnMalformed onMalformed) {
  private static final Pattern LATIN_1 = Pattern.compile("latin[-_ ]1", Pattern.CASE_INSENSITIVE);

  /** Tab-separated, nothing said about a header, UTF-8, malformed rows are errors. */
  public static final Format TSV =
      new Format("tab", null, Columns.DEFAULT, "utf-8", true, OnMalformed.ERROR);

  private static final Map<String, String> SEPARATORS =
      Map.of("tab", "\t", "comma", ",", "semicolon", ";", "pipe", "|", "space", " ");

  /** Checks separator and encoding. */
  public Format {
    columns = columns == null ? Columns.DEFAULT : columns;
    if (separator.isEmpty() || !separator.chars().allMatch(c -> c < 128 && c > 0)) {
      throw new InputException(
          "format.separator is '%s', but must be tab, comma, semicolon, pipe, space or some ASCII"
              + " text",
          separator);
    }
    if (separator.chars().anyMatch(c -> c == '\n' || c == '\r' || c == '"')) {
      throw new InputException("format.separator must not hold a line end or a double quote");
    }
    charset(encoding);
  }

  /** The same with a header or without. */
  public Format withHeader(boolean present) {
    return new Format(separator, present, columns, encoding, quotes, onMalformed);
  }

  /** The same with another encoding. */
  public Format withEncoding(String other) {
    return new Format(separator, header, columns, other, quotes, onMalformed);
  }

  /** The same with another treatment of quotes. */
  public Format withQuotes(boolean read) {
    return new Format(separator, header, columns, encoding, read, onMalformed);
  }

  /** The same with another treatment of malformed rows. */
  public Format withOnMalformed(OnMalformed other) {
    return new Format(separator, header, columns, encoding, quotes, other);
  }

  /** True if the first line is no row. */
  boolean hasHeader() {
    return header != null && header;
  }

  /** The separating text. */
  String delimiter() {
    return SEPARATORS.getOrDefault(separator.toLowerCase(Locale.ROOT), separator);
  }

  /** How messages call the separator. */
  String delimiterName() {
    return nameOf(delimiter());
  }

  /** How messages call a separating text. */
  static String nameOf(String delimiter) {
    return delimiter.equals("\t") ? "tab" : "'" + delimiter + "'";
  }

  Charset charset() {
    return charset(encoding);
  }

  private static Charset charset(String name) {
    Charset charset;
    try {
      charset = Charset.forName(LATIN_1.matcher(name).matches() ? "latin1" : name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw new InputException(
          "format.encoding is '%s', which this Java does not know; utf-8 and latin1 are usual",
          name);
    }
    if (charset.canEncode() && "aZ09\t".getBytes(charset).length == 5) {
      return charset;
    }
    throw new InputException(
        "format.encoding is '%s', but only encodings that keep ASCII are read; convert the file to"
            + " %s",
        name, StandardCharsets.UTF_8);
  }
}
