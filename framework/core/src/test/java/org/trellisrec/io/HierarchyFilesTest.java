package org.trellisrec.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trellisrec.data.Split;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.LoadedData;

class HierarchyFilesTest {
  @TempDir private Path folder;

  @Test
  void ordersFoldsByNumber() throws IOException {
    for (int fold = 0; fold <= 10; fold++) {
      write(fold + "/train.tsv", "u\ti\t1\n");
      write(fold + "/test.tsv", "u\tj" + fold + "\t1\n");
    }

    LoadedData loaded = read();

    assertThat(loaded.splits().stream().map(Split::fold))
        .containsExactly("0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10");
    assertThat(loaded.splits()).allMatch(split -> split.validation().isEmpty());
    assertThat(Rows.of(loaded.dataset(), loaded.splits().get(10).test().get(0).truth()))
        .containsExactly("u j10 1.0");
    assertThat(loaded.dataset().interactions().size()).isEqualTo(12);
  }

  @Test
  void readsNestedValidationFolds() throws IOException {
    write("0/test.tsv", "u\tt\t1\n");
    for (int inner = 0; inner < 2; inner++) {
      write("0/" + inner + "/train.tsv", "u\ta" + inner + "\t1\n");
      write("0/" + inner + "/val.tsv", "u\tv" + inner + "\t1\n");
    }

    LoadedData loaded = read();
    Split second = loaded.splits().get(1);

    assertThat(loaded.splits().stream().map(Split::fold)).containsExactly("0.0", "0.1");
    assertThat(Rows.of(loaded.dataset(), second.train())).containsExactly("u a1 1.0");
    assertThat(Rows.of(loaded.dataset(), second.validation().get(0).truth()))
        .containsExactly("u v1 1.0");
    assertThat(Rows.of(loaded.dataset(), second.test().get(0).truth())).containsExactly("u t 1.0");
  }

  @Test
  void namesWhatIsMissing() throws IOException {
    assertRefused("%s holds no fold: expected folders named 0, 1, ... with test.tsv in each", "");
    write("0/train.tsv", "u\ti\n");
    assertRefused("the fold %s has no test.tsv", "0");
    write("0/test.tsv", "u\ti\n");
    write("0/1/train.tsv", "u\ti\n");
    assertRefused("the fold %s has no val.tsv", "0/1");
    Files.createDirectory(folder.resolve("first"));
    assertRefused("%s is not the folder of a fold: expected a number as its name", "first");
    assertThatThrownBy(
            () ->
                new HierarchyFiles(new HierarchyFiles.Params(folder, Path.of("none"), Format.TSV))
                    .read(new RecordingContext()))
        .hasMessage("the folder " + folder.resolve("none") + " does not exist");
  }

  private void assertRefused(String message, String path) {
    assertThatThrownBy(this::read)
        .isInstanceOf(InputException.class)
        .hasMessage(message, path.isEmpty() ? folder : folder.resolve(path));
  }

  private LoadedData read() {
    return new HierarchyFiles(new HierarchyFiles.Params(null, folder, Format.TSV))
        .read(new RecordingContext());
  }

  private void write(String name, String text) throws IOException {
    Files.createDirectories(folder.resolve(name).getParent());
    Files.write(folder.resolve(name), List.of(text.strip().split("\n")));
  }
}
