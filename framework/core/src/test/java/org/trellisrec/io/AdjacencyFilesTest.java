package org.trellisrec.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.LoadedData;

class AdjacencyFilesTest {
  @TempDir private Path folder;
  private final RecordingContext context = new RecordingContext();

  @BeforeEach
  void write() throws IOException {
    Files.writeString(folder.resolve("train.txt"), "0 5 3 10 \n1 3\n\n2\t7  8\n");
    Files.writeString(folder.resolve("test.txt"), "0 7\n2\n");
  }

  @Test
  void readsOneUserPerLine() {
    LoadedData loaded = read("train.txt", null, null, OnMalformed.ERROR);

    assertThat(Rows.of(loaded.dataset()))
        .containsExactly("0 3 1.0", "0 5 1.0", "0 10 1.0", "1 3 1.0", "2 7 1.0", "2 8 1.0");
    assertThat(loaded.splits()).isEmpty();
  }

  @Test
  void readsASplitAndTellsOfUsersWithoutItems() {
    LoadedData loaded = read(null, "train.txt", "test.txt", OnMalformed.ERROR);

    assertThat(Rows.of(loaded.dataset(), loaded.splits().get(0).test().get(0).truth()))
        .containsExactly("0 7 1.0");
    assertThat(context.notes).contains(folder.resolve("test.txt") + ": users without items: 1");
  }

  @Test
  void aFileOfUsersWithoutItemsIsAnError() throws IOException {
    Files.writeString(folder.resolve("commas.txt"), "0,5,3\n1,3\n");
    assertThatThrownBy(() -> read("commas.txt", null, null, OnMalformed.ERROR))
        .isInstanceOf(InputException.class)
        .hasMessage(
            folder.resolve("commas.txt")
                + " holds no interaction; a user and the items are to be separated by blanks or"
                + " tabs");
  }

  @Test
  void tellsThatLinesLookLikeRatings() throws IOException {
    String rows = "0\t5\t3\t881250949\r\n1\t3\t4.5\t881250950\r\n1\t4\t1\t881250951\r\n";
    Files.writeString(folder.resolve("u.data"), rows);
    read("u.data", null, null, OnMalformed.ERROR);

    assertThat(context.notes)
        .containsExactly(
            folder.resolve("u.data")
                + ": every line has 4 columns between tabs, the last a number, and was read as a user"
                + " with 3 items; if these are ratings, use strategy: dataset",
            folder.resolve("u.data") + ": removed carriage returns at the ends of lines: 3");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0\t5\t3\n1\t3\t4\n2\t1\t1\t7\n",
        "0 5 3\n1 3 4\n2 1 1\n",
        "0\t5\tx\n1\t3\ty\n2\t1\tz\n",
        "0\t5\t3\n1\t3\t4\n"
      })
  void saysNothingOfOtherLines(String lines) throws IOException {
    Files.writeString(folder.resolve("lists.txt"), lines);
    read("lists.txt", null, null, OnMalformed.ERROR);
    assertThat(context.notes).isEmpty();
  }

  @Test
  void refusesUnclearFiles() {
    assertThatThrownBy(() -> read(null, "train.txt", null, OnMalformed.ERROR))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("adjacency lists need either dataset_path, or train_path and");
    assertThatThrownBy(() -> read("train.txt", "train.txt", "test.txt", OnMalformed.ERROR))
        .isInstanceOf(InputException.class);
  }

  private LoadedData read(String all, String train, String test, OnMalformed onMalformed) {
    return new AdjacencyFiles(
            new AdjacencyFiles.Params(
                folder, path(all), path(train), null, path(test), "utf-8", onMalformed))
        .read(context);
  }

  private static Path path(String name) {
    return name == null ? null : Path.of(name);
  }
}
