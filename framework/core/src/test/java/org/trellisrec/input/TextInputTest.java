package org.trellisrec.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trellisrec.spi.InputException;

class TextInputTest {
  @TempDir private Path folder;

  @Test
  void tellsWhatItPassedOver() throws IOException {
    Path file = Files.writeString(folder.resolve("a.tsv"), "\uFEFFa\r\n\r\nb\n");
    List<String> rows = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    int lines = TextInput.forEachRow(file, (number, text) -> rows.add(number + text), notes::add);
    assertThat(lines).isEqualTo(3);
    assertThat(rows).containsExactly("1a", "3b");
    assertThat(notes)
        .containsExactly(
            file + ": removed byte-order marks: 1",
            file + ": removed carriage returns at the ends of lines: 2",
            file + ": passed over blank lines: 1");
  }

  /** The text is longer than any buffer, so that the decoder meets the byte ahead of its line. */
  @Test
  void namesTheLineThatIsNotUtf8() throws IOException {
    String text = "word\n".repeat(5000) + "é\n" + "word\n".repeat(5000);
    Path file = Files.write(folder.resolve("l1"), text.getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> TextInput.forEachLine(file, (number, line) -> {}))
        .isInstanceOf(InputException.class)
        .hasMessage(
            file
                + ":5001: this is not written in UTF-8; convert the file, for instance with iconv"
                + " -f latin1 -t utf-8");
  }
}
