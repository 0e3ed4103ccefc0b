package org.trellisrec.metrics.clustering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trellisrec.data.Vocabulary;
import org.trellisrec.spi.InputException;

class LabelFileTest {
  private static final Vocabulary ITEMS = Vocabulary.of(List.of("é", "i1", "i2"));
  private static final String TEXT = "é\t0\ni1\t1\n";

  @TempDir private Path folder;

  private Path file(String text, Charset charset) throws IOException {
    return Files.write(folder.resolve("labels.tsv"), text.getBytes(charset));
  }

  private Path file(String text) throws IOException {
    return file(text, StandardCharsets.UTF_8);
  }

  private static void assertRead(Path file) {
    assertThat(LabelFile.readSingle(file).firstOf(ITEMS, "items"))
        .isEqualTo(Map.of("é", "0", "i1", "1"));
  }

  @Test
  void marksReturnsAndBlankLinesDoNotCount() throws IOException {
    assertRead(file(TEXT));
    assertRead(file("\uFEFF" + TEXT));
    assertRead(file(TEXT.replace("\n", "\r\n") + "\r\n"));
  }

  @Test
  void gzipIsUnpacked() throws IOException {
    Path file = folder.resolve("labels.tsv.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(TEXT.getBytes(StandardCharsets.UTF_8));
    }
    assertRead(file);
  }

  @Test
  void otherEncodingsAreNamedWithTheWayOut() throws IOException {
    Path latin = file("i1\t1\n" + TEXT.substring(0, 4), StandardCharsets.ISO_8859_1);
    assertRefused(latin, "labels.tsv:2: this is not written in UTF-8; convert the file, for");
    assertRefused(
        file("\uFEFF" + TEXT, StandardCharsets.UTF_16LE), "is written in UTF-16; convert");
  }

  @Test
  void aFileOfOtherIdsIsRefused() throws IOException {
    assertRefused(
        file("u0\ta\nu1\tb\n"),
        "labels.tsv: none of its 2 ids is among the items of the data, the first is 'u0'");
    assertThat(LabelFile.read(file("u0\ta\ni2\tb\tc\n")).of(ITEMS, "items"))
        .containsEntry("i2", List.of("b", "c"));
  }

  @Test
  void aFileWithoutRowsIsRefused() throws IOException {
    assertRefused(file(""), "labels.tsv holds no row; expected an id and at least one label");
    assertRefused(file("\n \n"), "labels.tsv holds no row");
  }

  @Test
  void twoClustersOfOneIdAreNamedWithTheirLine() throws IOException {
    assertRefused(
        file("\ni1\t0\t7\n"), "labels.tsv:2: gives 'i1' the 2 labels [0, 7]; expected one");
  }

  private List<String> notes(String text) throws IOException {
    return LabelFile.readSingle(file(text)).notes(ITEMS, "items", "they are in no group");
  }

  @Test
  void whatFileAndDataDoNotShareIsNoted() throws IOException {
    Path path = folder.resolve("labels.tsv");
    assertThat(notes("é\t0\ni1\t1\ni2\t1\n")).isEmpty();
    assertThat(notes("é\t0\nold\t0\nolder\t1\n"))
        .containsExactly(
            path + ": ids that are not among the items of the data: 2 of 3 (first: 'old')",
            path
                + ": items of the data that it does not describe: 2 of 3 (first: 'i1'); they are in"
                + " no group");
  }

  @Test
  void aProbableHeaderIsNotedByItself() throws IOException {
    String all = "é\t0\ni1\t1\ni2\t1\n";
    assertThat(notes("\nitem\tgroup\n" + all))
        .containsExactly(
            folder.resolve("labels.tsv")
                + ":2: the id 'item' is not among the items of the data, and no other line has its"
                + " label 'group'; this seems to be a header: remove it if it is one");
    assertThat(notes("item\tgroup\né\t0\n")).hasSize(2);
  }

  /** An id that others share a label with is one, and among many that are unknown it is no sign. */
  @Test
  void anUnknownFirstIdIsNoHeaderInItself() throws IOException {
    assertThat(notes("old\t1\né\t0\ni1\t1\ni2\t1\n"))
        .singleElement()
        .asString()
        .endsWith("not among the items of the data: 1 of 4 (first: 'old')");
    assertThat(notes("old\tx\né\t0\nolder\t1\noldest\t1\n").get(0))
        .endsWith("not among the items of the data: 3 of 4 (first: 'old')");
  }

  private static void assertRefused(Path file, String message) {
    assertThatThrownBy(() -> LabelFile.readSingle(file).firstOf(ITEMS, "items"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(message);
  }
}
