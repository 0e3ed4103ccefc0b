package org.example.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.trellisrec.data.Dataset;
import org.trellisrec.data.Holdout;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.Vocabulary;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.Seed;
import org.trellisrec.spi.Splitter;
import org.trellisrec.testkit.SplitterContract;

class LastSessionTest extends SplitterContract {
  private static final Seed SEED = new Seed(1);

  @Override
  protected Splitter splitter() {
    return new LastSession(new LastSession.Params(5));
  }

  /** Two users and four items, an entry for each place of the arrays; times may be null. */
  private static Dataset data(int[] users, int[] items, long[] times) {
    return new Dataset(
        "tiny",
        Vocabulary.of(List.of("a", "b")),
        Vocabulary.of(List.of("w", "x", "y", "z")),
        Interactions.of(2, 4, users, items, null, times));
  }

  @Test
  void holdsOutWhatComesAfterTheLastPause() {
    // a: x at 0, pause, w at 6, pause, y and z at 11 and 14; b: x and w, 4 apart.
    Holdout fold =
        splitter()
            .split(
                data(
                    new int[] {0, 0, 0, 0, 1, 1},
                    new int[] {1, 0, 2, 3, 1, 0},
                    new long[] {0, 6, 11, 14, 3, 7}),
                SEED)
            .get(0);
    assertThat(fold.heldOut().truth().columnsOf(0)).containsExactly(2, 3);
    assertThat(fold.train().columnsOf(0)).containsExactly(0, 1);
    assertThat(fold.heldOut().truth().count(1)).isZero();
    assertThat(fold.train().columnsOf(1)).containsExactly(0, 1);
    assertThat(fold.notes()).containsExactly("users who never pause for 5 and keep all in training: 1");
  }

  @Test
  void needsTimestamps() {
    Dataset timeless = data(new int[] {0, 1}, new int[] {0, 1}, null);
    assertThatThrownBy(() -> splitter().split(timeless, SEED))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("last_session needs timestamps");
  }
}
