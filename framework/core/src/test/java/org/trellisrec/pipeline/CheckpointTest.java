package org.trellisrec.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trellisrec.spi.UnusableCheckpointException;

class CheckpointTest {
  @TempDir Path temporary;
  private Path folder;
  private Path journal;

  @BeforeEach
  void keepThreeEpochs() {
    folder = temporary.resolve("trial-0");
    journal = folder.resolve("epochs.jsonl");
    Checkpoint checkpoint = new Checkpoint(folder, "abc");
    checkpoint.open();
    for (int epoch = 1; epoch <= 3; epoch++) {
      checkpoint.add(epoch(epoch, 0.5));
    }
  }

  private static EpochRecord epoch(int number, double value) {
    boolean judged = number % 2 == 0;
    Watched target = judged ? new Watched(value, 7) : Watched.NOTHING;
    return new EpochRecord(number, 0.1 * number, judged, target, target, 1.5, 2.5, 1.7e9);
  }

  private Checkpoint reopened() {
    Checkpoint checkpoint = new Checkpoint(folder, "abc");
    checkpoint.open();
    return checkpoint;
  }

  @Test
  void epochsComeBackToTheLastBit() {
    assertThat(reopened().resume(3)).containsExactly(epoch(1, 0.5), epoch(2, 0.5), epoch(3, 0.5));
  }

  @Test
  void laterEpochsAreForgottenForGood() {
    reopened().resume(2);
    assertThat(reopened().resume(2)).hasSize(2);
    assertThatThrownBy(() -> reopened().resume(3))
        .isInstanceOf(UnusableCheckpointException.class)
        .hasMessageContaining("after epoch 3, but")
        .hasMessageContaining("has 2 epochs");
  }

  @Test
  void aTrainingThatBeginsAnewReplacesTheEpochs() {
    reopened().add(epoch(1, 0.9));
    assertThat(reopened().resume(1)).isEqualTo(List.of(epoch(1, 0.9)));
  }

  @Test
  void aLineThatWasCutShortIsLeftOut() throws IOException {
    Files.writeString(journal, "{\"epoch\":4,\"lo", StandardOpenOption.APPEND);
    Checkpoint checkpoint = reopened();
    assertThat(checkpoint.resume(3)).hasSize(3);
    checkpoint.add(epoch(4, 0.5));
    assertThat(reopened().resume(4)).hasSize(4);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}\n",
        "null\n",
        "{\"training\":\"abcd\"}\n",
        "{\"training\":\"abc\"}\nnull\n",
        "{\"training\":\"abc\"}\n{\"epoch\":1}\n",
        "{\"training\":\"abc\"}\n\u0000\u0000\u0000\n"
      })
  void aDamagedJournalIsNotTakenUp(String content) throws IOException {
    Files.writeString(journal, content);
    assertThatThrownBy(this::reopened)
        .isInstanceOf(UnusableCheckpointException.class)
        .hasMessageContaining("epochs.jsonl");
  }

  @Test
  void clearedItIsAsIfItHadNeverBeen() {
    Checkpoint checkpoint = reopened();
    checkpoint.clear();
    assertThat(folder).doesNotExist();
    assertThat(checkpoint.open()).isEmptyDirectory();
    checkpoint.add(epoch(1, 0.5));
    assertThat(reopened().resume(1)).hasSize(1);
  }
}
