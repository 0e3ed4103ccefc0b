package org.trellisrec.tensorflow.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trellisrec.data.Interactions;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.Seed;

class RowSourceTest {
  private static final Seed SEED = new Seed(2);

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 11, 12, Integer.MAX_VALUE})
  void everyUserWithInteractionsComesOnceAnEpoch(int batchSize) {
    RowSource source = new RowSource(Pairs.train(), batchSize, SEED);
    List<Batch> batches = Pairs.batches(source, 1);
    assertThat(batches.stream().flatMapToInt(batch -> IntStream.of(batch.users())))
        .containsExactlyInAnyOrder(0, 1, 2, 3, 4, 6, 7, 8, 9, 10, 11);
    for (Batch batch : batches) {
      assertThat(batch.userSlots()).isEqualTo(IntStream.range(0, batch.lists()).toArray());
      assertThat(batch.users()).hasSize(batch.lists());
      assertThat(batch.items()).isEmpty();
    }
  }

  @Test
  void theOrderIsShuffled() {
    RowSource source = new RowSource(Pairs.train(), 100, SEED);
    int[] places = new int[Pairs.USERS - 1];
    for (int epoch = 1; epoch <= 1000; epoch++) {
      int[] users = Pairs.batches(source, epoch).get(0).users();
      places[IntStream.range(0, users.length).filter(i -> users[i] == 4).findAny().orElseThrow()]++;
    }
    ChiSquare.assertUniform(places);
  }

  @Test
  void dataWithoutInteractionsAreRefused() {
    Interactions none = Interactions.of(2, 3, new int[0], new int[0], null, null);
    assertThatThrownBy(() -> new RowSource(none, 2, SEED))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("no training interactions");
  }
}
