package org.trellisrec.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.DoubleBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;

class UserValueRoomTest {
  @Test
  void fewValuesAreOnTheHeap() {
    List<DoubleBuffer> room = UserValueRoom.of(2, 3);

    assertThat(room).hasSize(2).allSatisfy(column -> assertThat(column.hasArray()).isTrue());
    assertThat(room.get(1).array()).containsOnly(Double.NaN).hasSize(3);
  }

  @Test
  void manyValuesAreInAFileAndColumnsStayApart() {
    int users = 1 << 20;
    List<DoubleBuffer> room = UserValueRoom.of(9, users);
    for (int column = 0; column < 9; column++) {
      room.get(column).put(column, column).put(users - 1, -column);
    }

    assertThat(room).allSatisfy(column -> assertThat(column.hasArray()).isFalse());
    for (int column = 0; column < 9; column++) {
      assertThat(room.get(column).limit()).isEqualTo(users);
      assertThat(room.get(column).get(column)).isEqualTo(column);
      assertThat(room.get(column).get(users - 1)).isEqualTo(-column);
      assertThat(room.get(column).get(column + 1)).isNaN();
    }
  }

  @Test
  void nothingIsKeptWithoutColumns() {
    assertThat(UserValueRoom.of(0, 5)).isEmpty();
  }
}
