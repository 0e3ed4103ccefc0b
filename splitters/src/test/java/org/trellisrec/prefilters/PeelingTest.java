package org.trellisrec.prefilters;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.trellisrec.data.Dataset;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.Vocabulary;
import org.trellisrec.splitters.Tables;

class PeelingTest {
  @Property(tries = 300)
  void givesWhatRepeatedPassesGive(
      @ForAll @IntRange(max = 1_000_000) int seed,
      @ForAll @IntRange(max = 120) int size,
      @ForAll @IntRange(min = 1, max = 5) int core) {
    Dataset data = random(seed, size);
    Interactions slow = data.interactions();
    int before = -1;
    while (slow.size() != before) {
      before = slow.size();
      slow = Select.itemCore(Select.userCore(slow, core), core);
    }
    Interactions fast = new Peeling(data.interactions(), core).core();
    assertThat(Tables.pairs(data, fast)).isEqualTo(Tables.pairs(data, slow));
  }

  private static Dataset random(int seed, int size) {
    Random random = new Random(seed);
    List<String> pairs = new ArrayList<>();
    IntStream.range(0, size).forEach(i -> pairs.add(random.nextInt(20) + " " + random.nextInt(15)));
    Collections.sort(pairs);
    return Tables.dataset(ids(20), ids(15), pairs.toArray(String[]::new));
  }

  private static Vocabulary ids(int size) {
    return Vocabulary.of(IntStream.range(0, size).mapToObj(Integer::toString).toList());
  }
}
