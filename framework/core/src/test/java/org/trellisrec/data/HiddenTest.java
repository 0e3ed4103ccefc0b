package org.trellisrec.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.carrotsearch.hppc.IntArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HiddenTest {
  private static Interactions matrix(int[] users, int... items) {
    return Interactions.of(2, 6, users, items, null, null);
  }

  /** User 0 has item 2 twice in the first part and again in the second. */
  private static final Hidden HIDDEN =
      new Hidden(
          List.of(matrix(new int[] {0, 0, 0, 1}, 2, 2, 4, 5), matrix(new int[] {0, 0}, 1, 2)));

  @Test
  void everyItemCountsOnce() {
    IntArrayList items = new IntArrayList();
    HIDDEN.forEach(0, items::add);

    assertThat(items.toArray()).containsExactly(2, 4, 1);
    assertThat(HIDDEN.count(0, item -> item > 1)).isEqualTo(2);
    assertThat(HIDDEN.count(1, item -> true)).isEqualTo(1);
  }

  @Test
  void anItemOfAnyPartIsHidden() {
    assertThat(HIDDEN.contains(0, 1)).isTrue();
    assertThat(HIDDEN.contains(0, 4)).isTrue();
    assertThat(HIDDEN.contains(0, 5)).isFalse();
    assertThat(HIDDEN.contains(1, 5)).isTrue();
    assertThat(new Hidden(List.of()).contains(0, 2)).isFalse();
  }
}
