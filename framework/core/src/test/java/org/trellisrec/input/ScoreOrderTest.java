package org.trellisrec.input;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScoreOrderTest {
  private static int[] sorted(int from, int to, double... scores) {
    int[] rows = new int[scores.length];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = i;
    }
    ScoreOrder.sort(rows, from, to, row -> scores[row]);
    return rows;
  }

  @Test
  void equalScoresStayAsTheyWereGiven() {
    assertThat(sorted(0, 5, 0.5, 0.25, 0.5, 7, 0.25)).containsExactly(3, 0, 2, 1, 4);
    assertThat(sorted(0, 3, 1, 1, 1)).containsExactly(0, 1, 2);
  }

  @Test
  void zerosOfEitherSignAreEqual() {
    assertThat(sorted(0, 3, -0.0, 0.0, -0.0)).containsExactly(0, 1, 2);
    assertThat(sorted(0, 4, -0.0, 0.0, -0.0, 1)).containsExactly(3, 0, 1, 2);
  }

  @Test
  void onlyTheListIsSorted() {
    assertThat(sorted(1, 3, 1, 2, 3, 4)).containsExactly(0, 2, 1, 3);
    assertThat(sorted(2, 2, 1, 2, 3)).containsExactly(0, 1, 2);
  }
}
