package org.trellisrec.tensorflow.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.Workers;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.Seed;

/** What holds for every source. */
class BatchSourcesTest {
  private static final Interactions TRAIN = Pairs.train();

  static Stream<Function<Seed, BatchSource>> sources() {
    return Stream.of(
        seed -> new ListSource(TRAIN, PositiveOrder.PER_POSITIVE, 2, 8, true, seed),
        seed -> new ListSource(TRAIN, PositiveOrder.UNIFORM_USER, 2, 8, true, seed),
        seed -> new PairSource(TRAIN, 2, 8, true, seed),
        seed -> new RowSource(TRAIN, 4, seed));
  }

  @ParameterizedTest
  @MethodSource("sources")
  void anEpochDependsOnSeedAndNumberAlone(Function<Seed, BatchSource> make) {
    BatchSource source = make.apply(new Seed(1));
    List<String> third = Pairs.text(source, 3);
    assertThat(Pairs.text(source, 3)).isEqualTo(third);
    assertThat(Pairs.text(make.apply(new Seed(1)), 3)).isEqualTo(third);
    assertThat(Pairs.text(source, 2)).isNotEqualTo(third);
    assertThat(Pairs.text(make.apply(new Seed(2)), 3)).isNotEqualTo(third);
  }

  @ParameterizedTest
  @MethodSource("sources")
  void epochsDrawnAtTheSameTimeDoNotMix(Function<Seed, BatchSource> make) {
    BatchSource source = make.apply(new Seed(1));
    List<Runnable> tasks = new ArrayList<>();
    ConcurrentHashMap<Integer, List<String>> found = new ConcurrentHashMap<>();
    for (int epoch = 1; epoch <= 8; epoch++) {
      int number = epoch;
      tasks.add(() -> found.put(number, Pairs.text(source, number)));
    }
    Workers.run(4, tasks);
    for (int epoch = 1; epoch <= 8; epoch++) {
      assertThat(found.get(epoch)).isEqualTo(Pairs.text(make.apply(new Seed(1)), epoch));
    }
  }

  @Test
  void batchesThatNoArrayHoldsAreRefused() {
    int many = 100_000_000;
    Seed seed = new Seed(1);
    assertThatThrownBy(
            () -> new ListSource(TRAIN, PositiveOrder.PER_POSITIVE, many, 80, true, seed))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("with 100000000 negatives each")
        .hasMessageContaining("lower batch_size or negatives");
    assertThatThrownBy(() -> new PairSource(TRAIN, Integer.MAX_VALUE, 1, true, seed))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("has 2147483648 items");
  }

  @ParameterizedTest
  @MethodSource("sources")
  void everyStepHasItsOwnRandomness(Function<Seed, BatchSource> make) {
    BatchSource source = make.apply(new Seed(1));
    List<Batch> batches = new ArrayList<>(Pairs.batches(source, 1));
    batches.addAll(Pairs.batches(source, 2));
    assertThat(batches).extracting(Batch::seed).doesNotHaveDuplicates();
  }
}
