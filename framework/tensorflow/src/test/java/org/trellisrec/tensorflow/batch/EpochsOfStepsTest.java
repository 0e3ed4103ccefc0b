package org.trellisrec.tensorflow.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trellisrec.spi.Seed;
import org.trellisrec.tensorflow.batch.Pairs.Pair;

class EpochsOfStepsTest {
  private static BatchSource passes() {
    return new ListSource(Pairs.train(), PositiveOrder.PER_POSITIVE, 1, 16, false, new Seed(5));
  }

  private static List<Pair> pairs(BatchSource source, int from, int to) {
    List<Pair> pairs = new ArrayList<>();
    for (int epoch = from; epoch <= to; epoch++) {
      pairs.addAll(Pairs.of(source, epoch));
    }
    return pairs;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 1000})
  void areThePassesInParts(int steps) {
    int passes = 4 * steps;
    BatchSource parts = new EpochsOfSteps(passes(), steps);
    assertThat(parts.batches()).isEqualTo(steps);
    assertThat(pairs(parts, 1, 4 * passes().batches())).isEqualTo(pairs(passes(), 1, passes));
  }

  @Test
  void areTheSameWhereverOneStarts() {
    BatchSource all = new EpochsOfSteps(passes(), 3);
    for (int epoch = 1; epoch <= 2 * passes().batches(); epoch++) {
      List<Pair> expected = Pairs.of(all, epoch);
      assertThat(Pairs.of(new EpochsOfSteps(passes(), 3), epoch)).isEqualTo(expected);
    }
  }

  @Test
  void anEpochThatWasLeftHalfwayIsDrawnFromItsStart() {
    BatchSource source = new EpochsOfSteps(passes(), 3);
    List<Pair> expected = Pairs.of(source, 2);
    source.epoch(2).next();
    assertThat(Pairs.of(source, 2)).isEqualTo(expected);
  }
}
