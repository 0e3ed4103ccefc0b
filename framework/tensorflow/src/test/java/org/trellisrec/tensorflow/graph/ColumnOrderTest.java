package org.trellisrec.tensorflow.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trellisrec.data.Interactions;

/** The entries of some rows, whichever way they are put in order. */
class ColumnOrderTest {
  private static final int ROWS = 40;
  private static final int COLUMNS = 9;
  private static final Interactions ONE = matrix(1);
  private static final Interactions TWO = matrix(2);

  /** A third of the cells, with ratings that tell them apart. */
  private static Interactions matrix(long seed) {
    Random random = new Random(seed);
    int[] cells =
        IntStream.range(0, ROWS * COLUMNS).filter(cell -> random.nextInt(3) == 0).toArray();
    int[] rows = IntStream.of(cells).map(cell -> cell / COLUMNS).toArray();
    int[] columns = IntStream.of(cells).map(cell -> cell % COLUMNS).toArray();
    float[] ratings = new float[cells.length];
    for (int i = 0; i < cells.length; i++) {
      ratings[i] = 1 + cells[i];
    }
    return Interactions.of(ROWS, COLUMNS, rows, columns, ratings, null);
  }

  private record Entry(int row, int column, float rating) {}

  private static List<Entry> placed(
      ColumnOrder order, int[] entities, Interactions rows, boolean binary) {
    int size = IntStream.of(entities).map(rows::count).sum();
    int[] into = new int[ColumnOrder.roomFor(size)];
    float[] ratings = new float[binary ? 0 : size];
    order.place(entities, rows, size, into, ratings);
    List<Entry> entries = new ArrayList<>();
    for (int entry = 0; entry < size; entry++) {
      int at = ColumnOrder.cellsFrom(size) + 2 * entry;
      entries.add(new Entry(into[at], into[at + 1], binary ? 1 : ratings[entry]));
    }
    return entries;
  }

  private static List<Entry> expected(int[] entities, Interactions rows, boolean binary) {
    List<Entry> entries = new ArrayList<>();
    for (int column = 0; column < COLUMNS; column++) {
      for (int entity = 0; entity < ROWS; entity++) {
        int p = rows.find(entity, column);
        int row = IntStream.of(entities).boxed().toList().indexOf(entity);
        if (p >= 0 && row >= 0) {
          entries.add(new Entry(row, column, binary ? 1 : rows.rating(p)));
        }
      }
    }
    return entries;
  }

  /**
   * From 4 rows of 40, which are counted, to all, for which the transposed matrix is read from the
   * second time on.
   */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 4, 12, 30, 40})
  void entriesComeColumnByColumn(int count) {
    Interactions rows = matrix(count);
    List<Integer> shuffled = new ArrayList<>(IntStream.range(0, ROWS).boxed().toList());
    Collections.shuffle(shuffled, new Random(count));
    int[] entities = shuffled.subList(0, count).stream().mapToInt(Integer::intValue).toArray();
    for (boolean binary : new boolean[] {true, false}) {
      ColumnOrder order = new ColumnOrder(binary);
      for (int time = 0; time < 3; time++) {
        assertThat(placed(order, entities, rows, binary))
            .containsExactlyElementsOf(expected(entities, rows, binary));
      }
    }
  }

  @Test
  void anotherMatrixIsNotTakenForTheOneBefore() {
    ColumnOrder order = new ColumnOrder(false);
    int[] all = IntStream.range(0, ROWS).toArray();
    for (long seed : new long[] {1, 1, 2, 1, 2, 2, 2, 1}) {
      Interactions rows = seed == 1 ? ONE : TWO;
      assertThat(placed(order, all, rows, false))
          .containsExactlyElementsOf(expected(all, rows, false));
    }
  }
}
