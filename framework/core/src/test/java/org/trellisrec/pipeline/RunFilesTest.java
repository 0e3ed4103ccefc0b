package org.trellisrec.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trellisrec.spi.InputException;

class RunFilesTest {
  @TempDir private Path folder;

  private RunFiles run;

  @BeforeEach
  void aRunThatHasEnded() throws IOException {
    Files.writeString(folder.resolve("metrics.csv"), "model,value\nA,1\n");
    run = RunFiles.of(folder);
  }

  @Test
  void aFileThatIsThereIsRead() {
    assertThat(run.has("metrics.csv")).isTrue();
    assertThat(run.rows("metrics.csv")).containsExactly(Map.of("model", "A", "value", "1"));
  }

  @Test
  void aFileThatIsNotThereIsMissing() {
    assertThat(run.has("parameters.csv")).isFalse();
    assertThatThrownBy(() -> run.rows("parameters.csv"))
        .isInstanceOf(InputException.class)
        .hasMessage(folder.resolve("parameters.csv") + " is missing");
  }

  @Test
  void aDamagedFileIsThere() throws IOException {
    Path damaged = Files.writeString(folder.resolve("parameters.csv"), "model,count\nA\n");
    assertThat(run.has("parameters.csv")).isTrue();
    assertThatThrownBy(() -> run.rows("parameters.csv"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(damaged + ":2: 2 cells are expected, but there are 1");
  }
}
