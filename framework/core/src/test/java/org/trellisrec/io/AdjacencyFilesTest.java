package org.trellisrec.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
