package org.trellisrec.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trellisrec.data.Dataset;

class DatasetFileTest {
  @TempDir private Path folder;
  private final RecordingContext context = new RecordingContext();

  @Test
  void readsUserItemRatingTimestamp() {
    Dataset data = read("b\tx\t3.5\t20\na\ty\t4\t10\na\tx\t-1e0\t30.0\n", Format.TSV);

    assertThat(Rows.of(data)).containsExactly("a x -1.0 30", "a y 4.0 10", "b x 3.5 20");
    assertThat(data.name()).isEqualTo("toy");
    assertThat(context.notes).isEmpty();
  }

  @Test
  void ratingsAndTimestampsAreOptional() {
    assertThat(Rows.of(read("1\t2\n10\t3\n9\t2", Format.TSV)))
        .containsExactly("1 2 1.0", "9 2 1.0", "10 3 1.0");
    assertThat(Rows.of(read("1\t2\t5\n", Format.TSV))).containsExactly("1 2 5.0");
  }

  @Test
  void keepsRepeatedPairsInFileOrder() {
    assertThat(Rows.of(read("u\ti\t3\nu\tj\t9\nu\ti\t1\nu\ti\t2\n", Format.TSV)))
        .containsExactly("u i 3.0", "u i 1.0", "u i 2.0", "u j 9.0");
  }

  @Test
  void readsLongSeparatorsAndTellsOfColumnsNotRead() {
    Format format = Formats.withSeparator(Format.TSV, "::");

    assertThat(Rows.of(read("1::x:y::5::100::extra\n1::z::4::200::\n", format)))
        .containsExactly("1 x:y 5.0 100", "1 z 4.0 200");
    assertThat(context.notes).containsExactly(file() + ": columns that are not read: [5]");
  }

  @Test
  void findsColumnsByUsualHeaderNames() {
    Format csv = Formats.withSeparator(Format.TSV, "comma").withHeader(true);

    assertThat(Rows.of(read("timestamp,movieId,userId,rating\r\n7,m,u,2.5\r\n", csv)))
        .containsExactly("u m 2.5 7");
  }

  @Test
  void findsColumnsByUsualNamesWithTypes() {
    String text = "rating:float\titem_id:token\tuser_id:token\n2.5\ti\tu\n";

    assertThat(Rows.of(read(text, Format.TSV.withHeader(true)))).containsExactly("u i 2.5");
    assertThat(Rows.of(read("u:token\ti:token\nv\tuser_id:text\n", Format.TSV)))
        .as("ids that look like fields")
        .containsExactly("u:token i:token 1.0", "v user_id:text 1.0");
  }

  @Test
  void aUserMayBeCalledLikeAColumn() {
    String text = "user_id\titem_id\nuser\ttime\n";

    assertThat(Rows.of(read(text, Format.TSV.withHeader(false))))
        .containsExactly("user time 1.0", "user_id item_id 1.0");
    assertThat(Rows.of(read("user_id\titem_id\nuser\ttime\n", Format.TSV.withHeader(true))))
        .containsExactly("user time 1.0");
    assertThat(Rows.of(read("u\ttime\nscore\tv\n", Format.TSV)))
        .as("one name that is an id as well")
        .containsExactly("score v 1.0", "u time 1.0");
    assertThat(Rows.of(read("u\ti\nuser_id\titem_id\n", Format.TSV)))
        .as("names below the first line")
        .containsExactly("u i 1.0", "user_id item_id 1.0");
  }

  @Test
  void findsColumnsByNameAndByNumber() {
    Format header = Format.TSV.withHeader(true);

    assertThat(
            Rows.of(
                read(
                    "who\twhat\tstars\nu\ti\t2\n",
                    Formats.withColumns(header, new Columns("who", "2", "stars", null)))))
        .containsExactly("u i 2.0");
    assertThat(
            Rows.of(
                read(
                    "i\tu\t9\n",
                    Formats.withColumns(Format.TSV, new Columns("2", "1", null, "3")))))
        .containsExactly("u i 1.0 9");
    assertThat(
            Rows.of(
                read(
                    "user\titem\trating\nu\ti\t2\n",
                    Formats.withColumns(header, new Columns(null, null, "none", null)))))
        .containsExactly("u i 1.0");
  }

  @Test
  void readsQuotedColumns() {
    Format csv = Formats.withSeparator(Format.TSV, ",").withHeader(true);
    String text = "user,item,rating\nu,\"a, \"\"b\"\"\nc\",3\n\nv,\"plain\",4\n";

    assertThat(Rows.of(read(text, csv))).containsExactly("u a, \"b\"\nc 3.0", "v plain 4.0");
    assertThat(context.notes).containsExactly(file() + ": passed over blank lines: 1");
  }

  @Test
  void takesQuotesLiterallyOnDemandAndInsideColumns() {
    assertThat(Rows.of(read("u\t\"i\t3\n", Format.TSV.withQuotes(false))))
        .containsExactly("u \"i 3.0");
    assertThat(Rows.of(read("u\ti\"5\t3\nv\t\"w\"\t2\n", Format.TSV)))
        .containsExactly("u i\"5 3.0", "v w 2.0");
  }

  @Test
  void skipsByteOrderMarkCarriageReturnsAndBlankLines() {
    assertThat(Rows.of(read("\uFEFF\r\nu\ti\t3\r\n  \r\n\nv\ti\t4\r\n", Format.TSV)))
        .containsExactly("u i 3.0", "v i 4.0");
    assertThat(context.notes)
        .containsExactly(
            file() + ": removed byte-order marks: 1",
            file() + ": removed carriage returns at the ends of lines: 4",
            file() + ": passed over blank lines: 3");
  }

  @Test
  void countsCarriageReturnsOfHeadersAndQuotedRows() {
    Format header = Format.TSV.withHeader(true);
    read("user\titem\r\nu\ti\r\nv\ti\n", header);
    read("user\titem\r\n\"u\"\ti\r\nv\ti\n", header);
    String note = file() + ": removed carriage returns at the ends of lines: 2";
    assertThat(context.notes).containsExactly(note, note);
  }

  @Test
  void tellsOfAPlainFileWithTheNameOfACompressedOne() throws IOException {
    Files.writeString(folder.resolve("plain.tsv.gz"), "u\ti\t3\n");
    new DatasetFile(new DatasetFile.Params(folder, Path.of("plain.tsv.gz"), Format.TSV))
        .read(context);
    assertThat(context.notes)
        .containsExactly(
            folder.resolve("plain.tsv.gz")
                + ": the name ends in .gz, but the content is not compressed; read as it is");
  }

  @Test
  void readsLatin1() {
    Dataset data =
        readBytes(
            "Zoë\tcafé\t3\n".getBytes(StandardCharsets.ISO_8859_1),
            Format.TSV.withEncoding("Latin-1"));

    assertThat(Rows.of(data)).containsExactly("Zoë café 3.0");
  }

  @Test
  void sameIdsInUtf8AndLatin1GiveTheSameVocabulary() {
    String text = "é\tlonger-than-seven-é\nz\tü\n";
    Charset latin1 = StandardCharsets.ISO_8859_1;

    assertThat(Rows.of(readBytes(text.getBytes(latin1), Format.TSV.withEncoding("latin1"))))
        .isEqualTo(Rows.of(read(text, Format.TSV)));
  }

  @Test
  void readsGzipWhateverItsName() throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
      out.write("u\ti\t3\n".getBytes(StandardCharsets.UTF_8));
    }
    assertThat(Rows.of(readBytes(zipped.toByteArray(), Format.TSV))).containsExactly("u i 3.0");
  }

  @Test
  void skipsMalformedRowsOnDemandWithTheirCount() {
    Format skip = Format.TSV.withOnMalformed(OnMalformed.SKIP);

    Dataset data = read("u\ti\t3\nlost\t\t4\nu\tj\tx\nu\tk\n", skip);

    assertThat(Rows.of(data)).containsExactly("u i 3.0");
    assertThat(data.users().size()).as("users of skipped rows are unknown").isEqualTo(1);
    assertThat(context.notes)
        .containsExactly(
            file()
                + ": left out malformed lines: 3, the first is line 2: the item id is empty:"
                + " 'lost\\t\\t4'");
  }

  @Test
  void skipsMalformedRowsOfQuotedFilesToo() {
    Format skip = Format.TSV.withOnMalformed(OnMalformed.SKIP);

    assertThat(Rows.of(read("\"u\"\ti\t3\n\"u\"\tj\tx\n", skip))).containsExactly("u i 3.0");
    assertThat(context.notes).hasSize(1).first().asString().contains("the first is line 2");
  }

  private Path file() {
    return folder.resolve("data.tsv");
  }

  private Dataset read(String text, Format format) {
    return readBytes(text.getBytes(StandardCharsets.UTF_8), format);
  }

  private Dataset readBytes(byte[] bytes, Format format) {
    try {
      Files.write(file(), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new DatasetFile(new DatasetFile.Params(folder, Path.of("data.tsv"), format))
        .read(context)
        .dataset();
  }
}
