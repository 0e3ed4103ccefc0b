package org.trellisrec.recommenders.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.trellisrec.data.Interactions;
import org.trellisrec.tensorflow.graph.Precision;

class DenseCoreTest {
  /**
   * Chances of an interaction: one between a core user and a core item, another everywhere else.
   */
  private static Interactions planted(double core, double elsewhere) {
    Random random = new Random(3);
    int[] cells =
        IntStream.range(0, 256 * 128)
            .filter(
                cell -> {
                  boolean inside = cell / 128 % 4 == 1 && cell % 128 % 8 == 3;
                  return random.nextDouble() < (inside ? core : elsewhere);
                })
            .toArray();
    int[] users = IntStream.of(cells).map(cell -> cell / 128).toArray();
    int[] items = IntStream.of(cells).map(cell -> cell % 128).toArray();
    return Interactions.of(256, 128, users, items, null, null);
  }

  private static int[] everyOther(int size, int distance, int first) {
    return IntStream.range(0, size).filter(i -> i % distance == first).toArray();
  }

  @Test
  void theDensePartIsFound() {
    DenseCore core = DenseCore.of(planted(0.9, 0.01), Precision.FLOAT32);
    assertThat(core.users()).containsExactlyInAnyOrder(everyOther(256, 4, 1));
    assertThat(core.items()).containsExactlyInAnyOrder(everyOther(128, 8, 3));
  }

  @Test
  void whereEverythingIsDenseAllIsCore() {
    DenseCore core = DenseCore.of(planted(0.5, 0.5), Precision.FLOAT32);
    assertThat(core.users()).hasSize(256);
    assertThat(core.items()).hasSize(128);
  }

  /** One in seven: a dense product takes longer than a sparse one in 32 bits, and less in 16. */
  @Test
  void roundedProductsAreWorthALargerCore() {
    Interactions train = planted(1 / 7.0, 1 / 7.0);
    assertThat(DenseCore.of(train, Precision.FLOAT32).isEmpty()).isTrue();
    assertThat(DenseCore.of(train, Precision.BFLOAT16).users()).hasSizeGreaterThan(200);
  }

  @Test
  void whereNothingIsDenseThereIsNone() {
    assertThat(DenseCore.of(planted(0.02, 0.02), Precision.FLOAT32).isEmpty()).isTrue();
    assertThat(DenseCore.of(Interactions.empty(5, 3), Precision.FLOAT32).isEmpty()).isTrue();
  }
}
