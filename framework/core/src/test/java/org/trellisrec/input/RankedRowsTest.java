package org.trellisrec.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RankedRowsTest {
  private static RankedRows ranked(int[] users, int[] items, double... scores) {
    return RankedRows.of(
        users.length,
        row -> users[row],
        row -> items[row],
        row -> scores[row],
        (first, second) -> new IllegalStateException(first + " and " + second));
  }

  @Test
  void rowsAreGatheredByUserAndTheHighestScoreIsFirst() {
    RankedRows lists =
        ranked(new int[] {7, 2, 7, 7, 4}, new int[] {3, 3, 1, 2, 0}, 0.25, 1, 0.5, 0.5, -1);
    assertThat(lists.users()).containsExactly(2, 4, 7);
    assertThat(lists.starts()).containsExactly(0, 1, 2, 5);
    assertThat(lists.rows()).containsExactly(1, 4, 2, 3, 0);
    assertThat(lists.size(2)).isEqualTo(3);
    assertThat(lists.row(2, 1)).isEqualTo(3);
  }

  @Test
  void anItemThatIsTwiceInAListIsRefusedByItsRows() {
    assertThatThrownBy(() -> ranked(new int[] {1, 0, 1, 1}, new int[] {5, 5, 6, 5}, 1, 2, 3, 4))
        .hasMessage("0 and 3");
  }

  @Test
  void withoutRowsNobodyHasAList() {
    RankedRows lists = ranked(new int[0], new int[0]);
    assertThat(lists.users()).isEmpty();
    assertThat(lists.starts()).containsExactly(0);
  }
}
