package org.trellisrec.spi;

import java.util.Arrays;
import java.util.BitSet;
import org.trellisrec.data.Vocabulary;

/**
 * Samples entities by their ids: every id has a pseudo-random number of its own, and those with the
 * smallest ones are taken (a bottom-k sample). It depends on the set of ids only, not on their
 * order. A larger sample has the smaller one and more, and one more id changes at most one member.
 */
public final class BottomK {
  private BottomK() {}

  /**
   * A sample without replacement.
   *
   * @param ids the ids of all entities
   * @param eligible indices of those to choose from
   * @param count size of the sample, in {@code [0, eligible.cardinality()]}
   * @param seed the only source of randomness
   * @return the indices of {@code count} entities
   */
  public static BitSet sample(Vocabulary ids, BitSet eligible, int count, Seed seed) {
    BitSet sample = new BitSet(ids.size());
    if (count > 0) {
      long[] numbers = eligible.stream().mapToLong(e -> number(ids, e, seed)).toArray();
      Arrays.sort(numbers);
      long largest = numbers[count - 1];
      eligible.stream()
          .filter(e -> number(ids, e, seed) <= largest)
          .limit(count)
          .forEach(sample::set);
    }
    return sample;
  }

  private static long number(Vocabulary ids, int entity, Seed seed) {
    return seed.derive(ids.id(entity)).value();
  }
}
