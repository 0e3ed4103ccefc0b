package org.trellisrec.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trellisrec.data.Dataset;
import org.trellisrec.spi.InputException;

class MalformedInputTest {
  private static final String REMEDY = "; correct the line, or set format.on_malformed: skip";
  private static final Format CSV = Formats.withSeparator(Format.TSV, "comma").withHeader(true);

  @TempDir private Path folder;

  static Stream<Arguments> malformedRows() {
    return Stream.of(
        row("u\ti\t3\nu\tj\n", 2, "expected 3 columns as in the first line, found 2: 'u\\tj'"),
        row(
            "u\ti\n\nu\tj\t5\n",
            3,
            "expected 2 columns as in the first line, found 3: 'u\\tj\\t5'"),
        row("u\ti\tx\n", 1, "the rating 'x' is not a finite number: 'u\\ti\\tx'"),
        row("u\ti\tNaN\n", 1, "the rating 'NaN' is not a finite number: 'u\\ti\\tNaN'"),
        row(
            "u\ti\tInfinity\n",
            1,
            "the rating 'Infinity' is not a finite number: 'u\\ti\\tInfinity'"),
        row("u\ti\t1e39\n", 1, "the rating '1e39' is not a finite number: 'u\\ti\\t1e39'"),
        row("u\ti\t1d\n", 1, "the rating '1d' is not a finite number: 'u\\ti\\t1d'"),
        row("u\ti\t1.2.3\n", 1, "the rating '1.2.3' is not a finite number: 'u\\ti\\t1.2.3'"),
        row("u\ti\t3,5\n", 1, "the rating '3,5' is not a finite number: 'u\\ti\\t3,5'"),
        row("u\ti\t-\n", 1, "the rating '-' is not a finite number: 'u\\ti\\t-'"),
        row("u\ti\t \n", 1, "the rating ' ' is not a finite number: 'u\\ti\\t '"),
        row("u\ti\t\nv\ti\t1\n", 1, "the rating is empty: 'u\\ti\\t'"),
        row("\ti\t3\n", 1, "the user id is empty: '\\ti\\t3'"),
        row("u\t\t3\n", 1, "the item id is empty: 'u\\t\\t3'"),
        row("u\ti\t3\t\n", 1, "the timestamp is empty: 'u\\ti\\t3\\t'"),
        row("u\ti\t3\tnow\n", 1, "the timestamp 'now' is not a finite number: 'u\\ti\\t3\\tnow'"),
        row(
            "u\ti\t3\t1.5\n",
            1,
            "the timestamp '1.5' is not a whole number below 2^63: 'u\\ti\\t3\\t1.5'"),
        row(
            "u\ti\t3\t99999999999999999999\n",
            1,
            "the timestamp '99999999999999999999' is not a whole number below 2^63:"
                + " 'u\\ti\\t3\\t99999999999999999999'"),
        row(
            "u\ti\t3\nu\0\ti\t3\n",
            2,
            "the user id holds a zero byte: is this a text file?: 'u\\u0000\\ti\\t3'"));
  }

  @ParameterizedTest
  @MethodSource("malformedRows")
  void namesFileLineAndCause(String text, int line, String cause) {
    assertRefused(
        bytes(text), Format.TSV.withHeader(false), "FILE:" + line + ": " + cause + REMEDY);
  }

  static Stream<Arguments> firstLinesOfNames() {
    Format comma = Formats.withSeparator(Format.TSV, "comma");
    return Stream.of(
        arguments("user_id,item_id\nu,i\n", comma, "user_id, item_id"),
        arguments("userId,movieId,rating,timestamp\nu,i,1,2\n", comma, "userId, movieId, rating"),
        arguments("item,user\ni,u\n", comma, "item, user"),
        arguments("user_id:token,item_id\nu,i\n", comma, "user_id:token, item_id"),
        arguments("userID,what\nu,i\n", comma, "userID, what"),
        arguments("who,asin\nu,i\n", comma, "who, asin"),
        arguments("\"user\",\"item\"\n\"u\",\"i\"\n", comma, "user, item"),
        arguments("\uFEFFuser\titem\r\nu\ti\r\n", Format.TSV, "user, item"),
        arguments(
            "item\tx\tuser\nu\ti\t1\n",
            Formats.withColumns(Format.TSV, new Columns("3", "1", null, null)),
            "item, x, user"),
        arguments(
            "user,item,stars\nu,i,3\n",
            comma.withOnMalformed(OnMalformed.SKIP),
            "user, item, stars"));
  }

  @ParameterizedTest
  @MethodSource("firstLinesOfNames")
  void aHeaderIsNoRowUntilTheUserSaysSo(String text, Format format, String names) {
    Path file = write(bytes(text));
    assertThatThrownBy(() -> read("data.tsv", format))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(file + ":1: these are usual names of columns: '" + names)
        .hasMessageEndingWith(
            "'; set format.header: true, or false to read the line as an interaction");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "user_id:token\titem_id:token\n",
        "user_id:token\titem_id:token\trating:float\ttimestamp:float\n",
        "ITEM_ID:TOKEN\tgenres:token_seq\twhen:float_seq\tuser_id:token\n",
        "\"user_id:token\"\t\"item_id:token\"\n"
      })
  void theHeaderOfAnAtomicFileNamesItsReader(String header) {
    String names = header.strip().replace("\"", "").replace("\t", ", ");
    assertRefused(
        bytes(header + header.replaceAll("[^\t\n]+", "1")),
        Format.TSV,
        "FILE:1: this is the header of an atomic file: '"
            + names
            + "'; set strategy: recbole, or format.header: true to read its interactions alone, or"
            + " false to read the line as an interaction");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2020-01-04", "2020-01-04T10:00:00Z", "4/1/2020 10:00", "2020.01.04"})
  void datesAreNoTimestampsAndNoRowIsBetter(String date) {
    String cause =
        "FILE:1: the timestamp '%s' is a date, but timestamps are numbers, such as seconds since"
            + " 1970: 'u\\ti\\t3\\t%s'; convert the column, or set format.columns.timestamp: none if"
            + " times do not matter";
    String row = "u\ti\t3\t" + date + "\n";
    assertRefused(bytes(row), Format.TSV.withHeader(false), cause.formatted(date, date));
    assertRefused(bytes(row), Format.TSV, cause.formatted(date, date));
    assertRefused(
        bytes("\"u\"\ti\t3\t" + date + "\n"),
        Format.TSV.withHeader(false),
        cause.formatted(date, date));
  }

  @Test
  void aFirstLineOfOtherNamesIsNotTakenForANumber() {
    assertRefused(
        bytes("customer\tproduct\tstars\nu\ti\t3\n"),
        Format.TSV,
        "FILE:1: the rating 'stars' is not a finite number: 'customer\\tproduct\\tstars'"
            + REMEDY
            + ", or format.header: true if it names the columns");
    assertRefused(
        bytes("\"customer\"\tproduct\tstars\nu\ti\t3\n"),
        Format.TSV,
        "FILE:1: the rating 'stars' is not a finite number: 'customer\\tproduct\\tstars'"
            + REMEDY
            + ", or format.header: true if it names the columns");
  }

  static Stream<Arguments> wrongFiles() {
    return Stream.of(
        arguments("", Format.TSV, "FILE is empty"),
        arguments("\n \n", Format.TSV, "FILE is empty"),
        arguments("user,item\n", CSV, "FILE holds no interaction"),
        arguments(
            "u\tx\tbad\n",
            Format.TSV.withOnMalformed(OnMalformed.SKIP),
            "FILE holds no interaction"),
        arguments(
            "u,i,3\n",
            Format.TSV,
            "FILE:1: expected at least 2 columns (user and item) separated by tab, found 1:"
                + " 'u,i,3'; it holds commas: set format.separator: comma"),
        arguments(
            "u::i::3\n",
            Format.TSV,
            "FILE:1: expected at least 2 columns (user and item) separated by tab, found 1:"
                + " 'u::i::3'; it holds '::': set format.separator: '::'"),
        arguments(
            "u\ti,j\n",
            Formats.withSeparator(CSV, "semicolon"),
            "FILE:1: expected at least 2 columns (user and item) separated by ';', found 1:"
                + " 'u\\ti,j'; it holds tabs: set format.separator: tab"),
        arguments(
            "\"u,i,3\"\n",
            Formats.withSeparator(Format.TSV, "comma"),
            "FILE:1: expected at least 2 columns (user and item) separated by ',', found 1: 'u,i,3';"
                + " it is one quoted column: remove the quotes around the whole row, or set"
                + " format.quotes: false to keep them as text"),
        arguments(
            "\"u::i::a title\"\n",
            Formats.withSeparator(Format.TSV, "space"),
            "FILE:1: expected at least 2 columns (user and item) separated by ' ', found 1:"
                + " 'u::i::a title'; it is one quoted column: remove the quotes around the whole"
                + " row, or set format.quotes: false to keep them as text"),
        arguments(
            "u\n",
            Format.TSV,
            "FILE:1: expected at least 2 columns (user and item) separated by tab, found 1: 'u'; set"
                + " format.separator"),
        arguments(
            "name,item,rating\n",
            CSV,
            "FILE:1: no column of the header is known to hold the user; set format.columns.user to"
                + " one of name, item, rating"),
        arguments(
            "user,userId,item\n",
            CSV,
            "FILE:1: both 'user' and 'userId' could be the user; set format.columns.user"),
        arguments(
            "user,item\n",
            Formats.withColumns(CSV, new Columns("who", null, null, null)),
            "FILE:1: no column 'who' for format.columns.user; the header has user, item"),
        arguments(
            "u\ti\n",
            Formats.withColumns(Format.TSV, new Columns("who", null, null, null)),
            "FILE: format.columns.user is 'who', but names need format.header: true; without header"
                + " give a number counted from 1"),
        arguments(
            "u\ti\n",
            Formats.withColumns(Format.TSV, new Columns("1", "3", null, null)),
            "FILE: format.columns.item is 3, but the file has columns 1 to 2"),
        arguments(
            "u\ti\n",
            Formats.withColumns(Format.TSV, new Columns("1", "1", null, null)),
            "FILE: format.columns gives column 1 two meanings"),
        arguments(
            "u\ti\n\"v\ti\n",
            Format.TSV,
            "FILE:2: the quotes do not match ((startline 2) EOF reached before encapsulated token"
                + " finished); correct them, or set format.quotes: false"),
        arguments(
            "u\t\"i\nj\"\nv\tk\textra\n",
            Format.TSV,
            "FILE:3: expected 2 columns as in the first line, found 3: 'v\\tk\\textra'" + REMEDY));
  }

  @ParameterizedTest
  @MethodSource
  void wrongFiles(String text, Format format, String message) {
    assertRefused(bytes(text), format, message);
  }

  @Test
  void refusesWrongEncodings() {
    byte[] latin1 = "u\ti\nJosé\ti\n".getBytes(StandardCharsets.ISO_8859_1);
    assertRefused(
        latin1,
        Format.TSV,
        "FILE:2: the user id is not valid UTF-8; set format.encoding, such as latin1: 'Jos\uFFFD\\ti'"
            + REMEDY);
    assertRefused(
        "u\ti\n".getBytes(StandardCharsets.UTF_16),
        Format.TSV,
        "FILE is written in UTF-16; convert it to UTF-8, for instance with iconv -f utf-16 -t"
            + " utf-8");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Jos\u00E9\ti\n", "\"Jos\u00E9\"\ti\n"})
  void aWrongEncodingIsRefusedWithAndWithoutQuotes(String row) {
    assertRefused(
        ("u\ti\n" + row).getBytes(StandardCharsets.ISO_8859_1),
        Format.TSV,
        "FILE:2: the user id is not valid UTF-8; set format.encoding, such as latin1: 'Jos\uFFFD\\ti'"
            + REMEDY);
  }

  @ParameterizedTest
  @CsvSource({"1,1,false", "1,9,false", "3,9,false", "3,100000,false", "1,9,true"})
  void everyRowWithAnIdThatIsNoTextIsLeftOut(int threads, int chunkSize, boolean quoted)
      throws IOException {
    String text = "u\ti\n" + "Jos\u00E9\ti\nu\tj\u00E9\nJos\u00E8\tk\n".repeat(40) + "v\tk\n";
    String rows = quoted ? text.replace("u\t", "\"u\"\t") : text;
    Path file = folder.resolve("data.tsv");
    Files.write(file, rows.getBytes(StandardCharsets.ISO_8859_1));

    Format format = Format.TSV.withOnMalformed(OnMalformed.SKIP);
    RowFile read = FileRows.delimited(file, format, threads, chunkSize);
    Tables tables = Tables.of(List.of(read), format.charset(), threads);

    assertThat(read.skipped()).isEqualTo(120);
    assertThat(Rows.of(new Dataset("x", tables.users(), tables.items(), tables.all())))
        .containsExactly("u i 1.0", "v k 1.0");
  }

  @Test
  void quotedIdsKeepTheirLettersInEveryEncoding() throws IOException {
    for (String encoding : List.of("latin1", "utf-8", "windows-1252")) {
      Format csv = CSV.withEncoding(encoding);
      Path file = folder.resolve("data.csv");
      Files.write(
          file,
          "\"\u00FCser\",\u00EDtem\n\"Jos\u00E9, \"\"B\"\"\",\u00E8\n".getBytes(csv.charset()));
      Format named = Formats.withColumns(csv, new Columns("\u00FCser", "\u00EDtem", null, null));
      RowFile read = FileRows.delimited(file, named, 1);
      Tables tables = Tables.of(List.of(read), named.charset(), 1);
      assertThat(Rows.of(new Dataset("x", tables.users(), tables.items(), tables.all())))
          .containsExactly("Jos\u00E9, \"B\" \u00E8 1.0");
    }
  }

  @Test
  void refusesTruncatedAndDamagedGzip() throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
      for (int i = 0; i < 1000; i++) {
        out.write(bytes("u" + i * 7919 + "\ti\n"));
      }
    }
    byte[] whole = zipped.toByteArray();
    assertRefused(
        Arrays.copyOf(whole, whole.length / 2),
        Format.TSV,
        "FILE is truncated: its gzip stream ends too early");
    byte[] damaged = whole.clone();
    damaged[10] = -1;
    assertRefused(damaged, Format.TSV, "FILE is damaged: invalid block type");
  }

  @Test
  void refusesMissingFilesAndFolders() {
    assertThatThrownBy(() -> read("absent.tsv", Format.TSV))
        .isInstanceOf(InputException.class)
        .hasMessage("the file " + folder.resolve("absent.tsv") + " does not exist");
    assertThatThrownBy(() -> read(".", Format.TSV))
        .hasMessage(folder + " is a folder, but a file is expected");
  }

  @Test
  void refusesImpossibleFormats() {
    assertThatThrownBy(() -> Format.TSV.withEncoding("klingon"))
        .hasMessage(
            "format.encoding is 'klingon', which this Java does not know; utf-8 and latin1 are"
                + " usual");
    assertThatThrownBy(() -> Format.TSV.withEncoding("utf-16"))
        .hasMessage(
            "format.encoding is 'utf-16', but only encodings that keep ASCII are read; convert the"
                + " file to UTF-8");
    assertThatThrownBy(() -> Formats.withSeparator(Format.TSV, ""))
        .hasMessageStartingWith("format.separator is '', but must be tab, comma");
    assertThatThrownBy(() -> Formats.withSeparator(Format.TSV, "\""))
        .hasMessage("format.separator must not hold a line end or a double quote");
  }

  private static Arguments row(String text, int line, String cause) {
    return arguments(text, line, cause);
  }

  private void assertRefused(byte[] bytes, Format format, String message) {
    Path file = write(bytes);
    assertThatThrownBy(() -> read("data.tsv", format))
        .isInstanceOf(InputException.class)
        .hasMessage(message.replace("FILE", file.toString()));
  }

  private Path write(byte[] bytes) {
    try {
      return Files.write(folder.resolve("data.tsv"), bytes);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private void read(String file, Format format) {
    new DatasetFile(new DatasetFile.Params(folder, Path.of(file), format))
        .read(new RecordingContext());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
