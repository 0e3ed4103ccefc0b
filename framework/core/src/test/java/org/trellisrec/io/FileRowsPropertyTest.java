package org.trellisrec.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.trellisrec.data.Dataset;

class FileRowsPropertyTest {
  record Row(String user, String item, int halfStars, long time) {
    String text(String separator) {
      return user + separator + item + separator + halfStars / 2.0 + separator + time;
    }

    String shown() {
      return "%s %s %s %d".formatted(user, item, halfStars / 2f, time);
    }
  }

  @Provide
  Arbitrary<Row> rows() {
    Arbitrary<String> ids =
        Arbitraries.oneOf(
            Arbitraries.integers().between(-3, 12).map(String::valueOf),
            Arbitraries.of("a", "é", "€", "😀", "-", ":")
                .list()
                .ofMinSize(1)
                .ofMaxSize(20)
                .map(parts -> String.join("", parts)));
    return Combinators.combine(
            ids,
            ids,
            Arbitraries.integers().between(-2, 10),
            Arbitraries.longs().between(-9, 1L << 40))
        .as(Row::new);
  }

  @Property(tries = 100)
  void chunksAndThreadsDoNotMatter(
      @ForAll @Size(min = 1, max = 30) List<@From("rows") Row> rows,
      @ForAll @IntRange(min = 1, max = 100) int chunkSize,
      @ForAll @IntRange(min = 1, max = 3) int threads,
      @ForAll boolean endsWithNewline) {
    String text = join(rows, "\t", "\n") + (endsWithNewline ? "\n" : "");

    assertThat(read(text, Format.TSV, threads, chunkSize))
        .isEqualTo(read(text, Format.TSV, 1, 1 << 16));
  }

  @Property(tries = 100)
  void everyRowArrives(
      @ForAll @Size(min = 1, max = 30) List<@From("rows") Row> rows,
      @ForAll @IntRange(min = 1, max = 100) int chunkSize) {
    Format format = Formats.withSeparator(Format.TSV, ";;");

    assertThat(read(join(rows, ";;", "\r\n"), format, 2, chunkSize))
        .containsExactlyInAnyOrderElementsOf(rows.stream().map(Row::shown).toList());
  }

  @Property(tries = 50)
  void rowOrderDoesNotMatterForDistinctPairs(
      @ForAll @Size(min = 1, max = 30) List<@From("rows") Row> rows, @ForAll long seed) {
    List<Row> distinct =
        new ArrayList<>(
            rows.stream()
                .collect(Collectors.toMap(r -> r.user + "\t" + r.item, r -> r, (a, b) -> a))
                .values());
    List<String> before = read(join(distinct, "\t", "\n"), Format.TSV, 2, 64);
    Collections.shuffle(distinct, new Random(seed));

    assertThat(read(join(distinct, "\t", "\n"), Format.TSV, 2, 64)).isEqualTo(before);
  }

  @Property(tries = 50)
  void quotingDoesNotChangeTheData(@ForAll @Size(min = 1, max = 20) List<@From("rows") Row> rows) {
    String quoted =
        rows.stream()
            .map(r -> "\"%s\",\"%s\",%s,%d".formatted(r.user, r.item, r.halfStars / 2.0, r.time))
            .collect(Collectors.joining("\n"));
    Format csv = Formats.withSeparator(Format.TSV, ",");

    assertThat(read(quoted, csv, 2, 32)).isEqualTo(read(join(rows, ",", "\n"), csv, 2, 32));
  }

  @Property(tries = 100)
  void theFirstMalformedLineIsNamedWhateverTheChunks(
      @ForAll @IntRange(min = 0, max = 40) int before,
      @ForAll @IntRange(min = 0, max = 40) int after,
      @ForAll @IntRange(min = 1, max = 50) int chunkSize) {
    String text = "u\ti\t3\n".repeat(before) + "u\ti\toops\n" + "u\ti\tworse\n".repeat(after);

    assertThatThrownBy(() -> read("h\th\t1\n" + text, Format.TSV, 3, chunkSize))
        .hasMessageContaining(":" + (before + 2) + ": the rating 'oops' is not");
  }

  private static String join(List<Row> rows, String separator, String lineEnd) {
    return rows.stream().map(r -> r.text(separator)).collect(Collectors.joining(lineEnd));
  }

  private static List<String> read(String text, Format format, int threads, int chunkSize) {
    try {
      Path file = Files.createTempFile("rows", ".tsv");
      try {
        Files.writeString(file, text, StandardCharsets.UTF_8);
        RowFile rows = FileRows.delimited(file, format, threads, chunkSize);
        Tables tables = Tables.of(List.of(rows), format.charset(), threads);
        return Rows.of(new Dataset("x", tables.users(), tables.items(), tables.all()));
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
