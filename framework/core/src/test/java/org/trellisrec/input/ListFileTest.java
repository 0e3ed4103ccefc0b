package org.trellisrec.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trellisrec.spi.InputException;

class ListFileTest {
  @TempDir private Path folder;
  private final List<String> notes = new ArrayList<>();

  private ListFile read(String text) throws IOException {
    return ListFile.read(Files.writeString(folder.resolve("lists.tsv"), text), notes::add);
  }

  @Test
  void ordersByScoreAndKeepsTiesInTheOrderOfTheFile() throws IOException {
    ListFile file =
        read("\uFEFFann\tz\t0.5\r\nbob\tz\t-1\n\nann\tx\t0.5\nann\ty\t0.50000000001\nann\tw\t7\n");

    assertThat(file.rows()).isEqualTo(5);
    assertThat(file.users()).containsExactly("ann", "bob");
    assertThat(file.items()).containsExactly("z", "x", "y", "w");
    assertThat(file.size(0)).isEqualTo(4);
    assertThat(file.size(1)).isEqualTo(1);
    List<String> ranked = new ArrayList<>();
    for (int rank = 0; rank < 4; rank++) {
      ranked.add(file.items().get(file.item(0, rank)));
    }
    assertThat(ranked).containsExactly("w", "y", "z", "x");
    assertThat(file.score(0, 1)).isEqualTo(0.50000000001);
    assertThat(file.line(0, 3)).isEqualTo(4);
    assertThat(notes).hasSize(3);
  }

  @Test
  void anItemThatIsRecommendedTwiceIsNamed() {
    assertThatThrownBy(() -> read("ann\tx\t3\nbob\ty\t2\nann\ty\t2\n\nann\tx\t1\n"))
        .isInstanceOf(InputException.class)
        .hasMessage(
            folder.resolve("lists.tsv")
                + ":5: recommends item 'x' to user 'ann', as line 1 does already; remove one of the"
                + " two");
  }

  @Test
  void aFileWithoutRowsIsRefused() {
    assertThatThrownBy(() -> read("\n \n"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("lists.tsv holds no row; expected user, item and score per line");
  }
}
