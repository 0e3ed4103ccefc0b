package org.trellisrec.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class InteractionsRowsTest {
  private static final FloatColumn ONES = FloatColumn.constant(1f);

  @Test
  void takesRowsAsTheyAre() {
    int[] starts = {0, 2, 2, 3};
    Interactions rows =
        Interactions.ofRows(
            5,
            starts,
            new int[] {1, 4, 0},
            FloatColumn.of(new float[] {3f, 2f, 5f}),
            LongColumn.of(new long[] {30, 20, 50}));

    assertThat(rows.rows()).isEqualTo(3);
    assertThat(rows.columnsOf(0)).containsExactly(1, 4);
    assertThat(rows.columnsOf(1)).isEmpty();
    assertThat(rows.rating(2)).isEqualTo(5f);
    assertThat(rows.timestamp(1)).isEqualTo(20);
  }

  @Test
  void refusesColumnsOutOfOrder() {
    int[] starts = {0, 2};
    assertThatThrownBy(() -> Interactions.ofRows(5, starts, new int[] {4, 1}, ONES, null))
        .hasMessage("row 0 has column 4 before 1");
    assertThatThrownBy(() -> Interactions.ofRows(4, starts, new int[] {1, 4}, ONES, null))
        .hasMessage("column 4 is outside [0, 4)");
    assertThatThrownBy(() -> Interactions.ofRows(5, starts, new int[] {1}, ONES, null))
        .hasMessage("expected 2 columns, one per entry, but found 1");
  }
}
