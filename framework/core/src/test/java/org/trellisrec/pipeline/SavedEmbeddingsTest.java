package org.trellisrec.pipeline;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trellisrec.spi.InputException;

class SavedEmbeddingsTest {
  @TempDir Path folder;

  private void assertRefused(String message) {
    SavedEmbeddings saved = new SavedEmbeddings(folder);
    assertThatThrownBy(saved::sides)
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(folder.resolve("contents.json") + message);
  }

  @Test
  void damagedContentsAreRefusedInTheWordsOfTheUser() throws IOException {
    Files.writeString(folder.resolve("contents.json"), "{\"unit\": ");
    assertRefused(
        " is damaged (this is not JSON, or it ends too early); delete the folder and run the"
            + " experiment again");
  }

  @Test
  void contentsThatCannotBeReadAreNotCalledDamaged() throws IOException {
    Files.createDirectory(folder.resolve("contents.json"));
    assertRefused(" cannot be read: ");
  }
}
