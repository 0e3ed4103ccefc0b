package org.trellisrec.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.trellisrec.data.Vocabulary;

class BottomKTest {
  private static final Seed SEED = new Seed(3);
  private static final List<String> NAMES =
      IntStream.range(0, 50).mapToObj(i -> "e" + i).collect(Collectors.toList());
  private static final Vocabulary IDS = Vocabulary.of(NAMES);

  private static BitSet even() {
    BitSet even = new BitSet();
    IntStream.range(0, 50).filter(i -> i % 2 == 0).forEach(even::set);
    return even;
  }

  @Test
  void aSampleHasItsSizeAndIsOfTheEligible() {
    BitSet smaller = new BitSet();
    for (int count = 0; count <= 25; count++) {
      BitSet sample = BottomK.sample(IDS, even(), count, SEED);
      assertThat(sample.stream()).hasSize(count).allMatch(i -> i % 2 == 0);
      assertThat(sample.stream().boxed()).containsAll(smaller.stream().boxed().toList());
      smaller = sample;
    }
  }

  @Test
  void itFollowsFromTheSeedAndTheIdsWhateverTheirOrder() {
    BitSet all = new BitSet();
    all.set(0, 50);
    List<String> reversed = new ArrayList<>(NAMES);
    Collections.reverse(reversed);
    Vocabulary others = Vocabulary.of(reversed);
    Set<String> sample = names(IDS, BottomK.sample(IDS, all, 20, SEED));
    assertThat(names(others, BottomK.sample(others, all, 20, SEED))).isEqualTo(sample);
    assertThat(names(IDS, BottomK.sample(IDS, all, 20, new Seed(4)))).isNotEqualTo(sample);
  }

  private static Set<String> names(Vocabulary ids, BitSet of) {
    return of.stream().mapToObj(ids::id).collect(Collectors.toSet());
  }
}
