package org.trellisrec.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trellisrec.spi.Seed;

class UrnTest {
  private static final int TRIALS = 20_000;

  /** Item 0 has weight 0, item 1 is excluded; few items are drawn by rejection, many by keys. */
  @ParameterizedTest
  @ValueSource(ints = {0, 40})
  void firstDrawFollowsTheWeights(int padding) {
    int[] weights = new int[5 + padding];
    System.arraycopy(new int[] {0, 7, 1, 2, 3}, 0, weights, 0, 5);
    Arrays.fill(weights, 5, weights.length, 2);
    int total = 6 + 2 * padding;
    Urn urn = new Urn(weights);
    UniformRandomProvider random = new Seed(9).rng();
    int[] drawn = new int[weights.length];
    for (int trial = 0; trial < TRIALS; trial++) {
      urn.reset();
      urn.exclude(0);
      urn.exclude(1);
      assertThat(urn.remaining()).isEqualTo(3 + padding);
      drawn[urn.draw(1, random)[0]]++;
    }
    assertThat(drawn[0] + drawn[1]).isZero();
    for (int item = 2; item < weights.length; item++) {
      double share = (double) weights[item] / total;
      double deviation = Math.sqrt(TRIALS * share * (1 - share));
      assertThat((double) drawn[item])
          .isBetween(TRIALS * share - 5 * deviation, TRIALS * share + 5 * deviation);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 25, 99, 100})
  void drawsDistinctItemsThatAreLeft(int count) {
    Urn urn = new Urn(IntStream.range(0, 150).map(i -> i < 120 ? 1 + i : 0).toArray());
    IntStream.range(0, 20).forEach(urn::exclude);
    int[] drawn = urn.draw(count, new Seed(4).rng());
    assertThat(drawn).hasSize(count).doesNotHaveDuplicates();
    assertThat(IntStream.of(drawn).boxed()).allMatch(item -> item >= 20 && item < 120);
    assertThat(urn.remaining()).isEqualTo(100 - count);
  }
}
