package org.trellisrec.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.trellisrec.spi.InputException;

/** Runs that nothing can be taken over from are refused before anything is trained. */
class TakeoverRefusalsTest extends TakeoverFixture {
  @Test
  void whatIsNoRunIsRefused() throws IOException {
    assertRefused("there is no such folder", List.of("nowhere"));
    assertRefused("there is no such folder", List.of("tiny.yml"));
    Files.createDirectories(folder.resolve("foreign"));
    assertRefused("the folder holds no run of TrellisRec", List.of("foreign"));
  }

  @Test
  void theFolderOfTheRunItselfIsRefused() {
    run("old", models(A));
    for (String name : List.of("old", "../" + folder.getFileName() + "/old")) {
      assertThatThrownBy(() -> run("old", List.of(name), models(A, C)))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("this is the folder of --out as well");
    }
  }

  @Test
  void aFolderWithAnotherRunPointsToReuse() {
    run("old", models(A));
    assertThatThrownBy(() -> run("old", models(A, C)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(
            "choose another folder, where --reuse %s takes over".formatted(folder.resolve("old")));
  }

  @Test
  void aRunThatIsWorkedInIsRefusedAndOneThatIsReadIsLeftAlone() throws Exception {
    run("old", models(A));
    Process other = RunFolderTest.Holder.start(folder.resolve("old"));
    try {
      assertRefused("another process works in this run", List.of("old"));
    } finally {
      other.destroyForcibly().waitFor();
    }
    try (ReusedRun read = ReusedRun.open(folder.resolve("old"))) {
      assertThat(read.units()).hasSize(2);
      assertThatThrownBy(() -> run("old", models(A)))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("another process works in this folder");
    }
  }
}
