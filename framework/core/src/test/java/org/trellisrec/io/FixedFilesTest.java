package org.trellisrec.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trellisrec.data.EvalTask;
import org.trellisrec.data.Split;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.LoadedData;

class FixedFilesTest {
  private static final Path SHARED = Path.of("../../../shared/data");

  @TempDir private Path folder;
  private final RecordingContext context = new RecordingContext();

  @BeforeEach
  void writeFiles() throws IOException {
    Files.writeString(folder.resolve("train.tsv"), "u1\ti1\t3\nu1\ti2\t4\nu2\ti1\t5\nu1\ti1\t2\n");
    Files.writeString(folder.resolve("val.tsv"), "u2\ti2\t1\n");
    Files.writeString(folder.resolve("test.tsv"), "u1\ti9\t4\nu3\ti1\t4\nu2\ti3\t2\n");
  }

  @Test
  void makesOneWarmSplitInOneIdSpace() {
    LoadedData loaded = read("val.tsv");
    Split split = loaded.splits().get(0);
    EvalTask test = split.test().get(0);
    EvalTask validation = split.validation().get(0);

    assertThat(loaded.splits()).hasSize(1);
    assertThat(loaded.dataset().users().size()).isEqualTo(3);
    assertThat(loaded.dataset().items().size()).isEqualTo(4);
    assertThat(Rows.of(loaded.dataset())).as("each pair once").hasSize(7).doesNotHaveDuplicates();
    assertThat(split.protocol()).isEqualTo("warm");
    assertThat(split.fold()).isEqualTo("0");
    assertThat(Rows.of(loaded.dataset(), split.train()))
        .containsExactly("u1 i1 2.0", "u1 i2 4.0", "u2 i1 5.0");
    assertThat(test.name()).isEqualTo("warm");
    assertThat(test.users()).as("u3 is not in train").containsExactly(0, 1);
    assertThat(Rows.of(loaded.dataset(), test.truth()))
        .containsExactly("u1 i9 4.0", "u2 i3 2.0", "u3 i1 4.0");
    assertThat(validation.name()).isEqualTo("validation_warm");
    assertThat(validation.users()).containsExactly(1);
    assertThat(context.notes)
        .containsExactly(
            "training data of fold 0: dropped repetitions of a pair of user and item, keeping the"
                + " last: 1");
  }

  @Test
  void validationIsOptional() {
    assertThat(read(null).splits().get(0).validation()).isEmpty();
  }

  @Test
  void namesTheFileThatIsMissing() throws IOException {
    Files.delete(folder.resolve("test.tsv"));

    assertThatThrownBy(() -> read("val.tsv"))
        .isInstanceOf(InputException.class)
        .hasMessage("the file " + folder.resolve("test.tsv") + " does not exist");
  }

  @Test
  void countsOfMovieLens() {
    Path shared = SHARED.resolve("movielens-1m/split-70-10-20");
    assumeTrue(Files.isDirectory(shared), "no MovieLens-1M here");

    LoadedData loaded = read(shared, "val.tsv");

    assertThat(loaded.dataset().users().size()).isEqualTo(6040);
    assertThat(loaded.dataset().items().size()).isEqualTo(3416);
    assertThat(loaded.dataset().interactions().size()).isEqualTo(999_611);
  }

  @Test
  void countsOfAmazonBaby() {
    Path shared = SHARED.resolve("amazon-baby");
    assumeTrue(Files.isDirectory(shared), "no Amazon Baby here");

    LoadedData loaded = read(shared, "val.tsv");

    assertThat(loaded.dataset().interactions().size()).isEqualTo(138_821);
    assertThat(loaded.splits().get(0).train().size()).isEqualTo(83_416);
    assertThat(loaded.splits().get(0).test().get(0).truth().size()).isEqualTo(34_432);
  }

  private LoadedData read(String validation) {
    return read(folder, validation);
  }

  private LoadedData read(Path root, String validation) {
    return new FixedFiles(
            new FixedFiles.Params(
                root,
                Path.of("train.tsv"),
                validation == null ? null : Path.of(validation),
                Path.of("test.tsv"),
                Format.TSV))
        .read(context);
  }
}
