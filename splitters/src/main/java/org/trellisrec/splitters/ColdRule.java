package org.trellisrec.splitters;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.trellisrec.data.Dataset;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.Share;
import org.trellisrec.data.Vocabulary;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.Seed;

/**
 * Which entities become cold: a share of those that have interactions, drawn at random, or those
 * that a file lists.
 *
 * <p>The draw gives every id a pseudo-random number of its own and takes the smallest ones, so it
 * depends on the set of ids only, and one more id changes at most one member.
 *
 * @param side which entities
 * @param ratio share to draw, rounded up, or null
 * @param file the list, or null
 * @param shareOf what the ratio is a share of
 */
record ColdRule(Side side, Double ratio, Path file, ShareOf shareOf) {

  ColdRule {
    check(side, ratio, file);
  }

  /**
   * Checks that there is exactly one of ratio and file, and that the ratio leaves some entities.
   *
   * @throws InputException if not
   */
  static void check(Side side, Double ratio, Path file) {
    if ((ratio == null) == (file == null)) {
      throw new InputException(
          "give either test_ratio or a file that lists the cold %ss, %s",
          side.word(), ratio == null ? "one of them is needed" : "not both");
    }
    if (ratio != null && ratio >= 1) {
      throw new InputException(
          "test_ratio is %s, but must be below 1: some %s must stay warm", ratio, side.word());
    }
  }

  /**
   * The cold entities.
   *
   * @param whole the data before an outer split
   * @param remaining what is to be split
   * @param notes takes in remarks
   */
  BitSet choose(Dataset whole, Interactions remaining, Seed seed, List<String> notes) {
    Vocabulary ids = side.ids(whole);
    BitSet present = side.present(remaining);
    if (file != null) {
      return listed(ids, present, notes);
    }
    BitSet base = shareOf == ShareOf.WHOLE ? side.present(whole.interactions()) : present;
    return draw(ids, present, base.cardinality(), seed.derive(side.word() + "s"));
  }

  /** Parts the interactions of cold entities from the others, see {@link #choose}. */
  Cut cut(Dataset whole, Interactions remaining, Seed seed, List<String> notes) {
    return side.cut(remaining, choose(whole, remaining, seed, notes));
  }

  private BitSet listed(Vocabulary ids, BitSet present, List<String> notes) {
    BitSet cold = EntityList.read(file, ids, side.word(), UnknownIds.ERROR);
    BitSet absent = (BitSet) cold.clone();
    absent.andNot(present);
    if (!absent.isEmpty()) {
      notes.add(
          "%d of %d %ss listed in %s have no interaction here (first: '%s')"
              .formatted(
                  absent.cardinality(),
                  cold.cardinality(),
                  side.word(),
                  file,
                  ids.id(absent.nextSetBit(0))));
    }
    return cold;
  }

  private BitSet draw(Vocabulary ids, BitSet present, int base, Seed seed) {
    int available = present.cardinality();
    if (available < 2) {
      throw new InputException(
          "a %s-cold split needs at least 2 %ss with interactions, one of them to stay warm, but"
              + " there are %d",
          side.word(), side.word(), available);
    }
    int count = (int) Math.min(new Share(ratio).ceil(base), available - 1);
    long[] draws = present.stream().mapToLong(e -> number(ids, e, seed)).toArray();
    Arrays.sort(draws);
    long largest = draws[count - 1];
    BitSet cold = new BitSet(ids.size());
    present.stream().filter(e -> number(ids, e, seed) <= largest).limit(count).forEach(cold::set);
    return cold;
  }

  private static long number(Vocabulary ids, int entity, Seed seed) {
    return seed.derive(ids.id(entity)).value();
  }
}
