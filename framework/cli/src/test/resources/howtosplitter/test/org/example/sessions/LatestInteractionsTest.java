package org.example.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.trellisrec.data.Dataset;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.Vocabulary;

class LatestInteractionsTest {
  private static Interactions kept(int most) {
    // a: w at 5, x at 9, y at 9, z at 1; b: z at 2.
    Interactions all =
        Interactions.of(
            2,
            4,
            new int[] {0, 0, 0, 0, 1},
            new int[] {0, 1, 2, 3, 3},
            null,
            new long[] {5, 9, 9, 1, 2});
    Dataset data =
        new Dataset(
            "tiny",
            Vocabulary.of(List.of("a", "b")),
            Vocabulary.of(List.of("w", "x", "y", "z")),
            all);
    return new LatestInteractions(new LatestInteractions.Params(most)).apply(data);
  }

  @Test
  void keepsTheLatestOfEveryUser() {
    assertThat(kept(3).columnsOf(0)).containsExactly(0, 1, 2);
    assertThat(kept(3).columnsOf(1)).containsExactly(3);
    assertThat(kept(4).size()).isEqualTo(5);
  }

  @Test
  void atTheSameTimeTheLastItemIsKept() {
    assertThat(kept(1).columnsOf(0)).containsExactly(2);
  }
}
