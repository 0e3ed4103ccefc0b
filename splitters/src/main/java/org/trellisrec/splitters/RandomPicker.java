package org.trellisrec.splitters;

import java.util.BitSet;
import org.apache.commons.rng.UniformRandomProvider;
import org.trellisrec.spi.Seed;

/**
 * Picks uniformly at random without replacement, in one pass and without memory: selection sampling
 * (Knuth, The Art of Computer Programming, vol. 2, 3.4.2, algorithm S).
 *
 * @param seed every range draws from a stream of its own, so users do not depend on each other
 */
record RandomPicker(Seed seed) implements RowPicker {
  @Override
  public void pick(String part, int from, int to, int count, BitSet picked) {
    UniformRandomProvider random = seed.derive(part).rng();
    int wanted = count;
    for (int p = from; wanted > 0; p++) {
      if (random.nextInt(to - p) < wanted) {
        picked.set(p);
        wanted--;
      }
    }
  }
}
