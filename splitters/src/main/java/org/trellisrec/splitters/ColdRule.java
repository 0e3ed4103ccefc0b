package org.trellisrec.splitters;

import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import org.trellisrec.data.Dataset;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.Share;
import org.trellisrec.data.Vocabulary;
import org.trellisrec.spi.BottomK;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.Seed;

/**
 * Which entities become cold: a share of those that have interactions, drawn at random, or those
 * that a file lists.
 *
 * <p>The draw is a {@link BottomK} sample, so one more id changes at most one member.
 *
 * @param side which entities
 * @param ratio share to draw, in (0, 1), rounded up, or null
 * @param file the list, or null
 * @param shareOf what the ratio is a share of
 */
record ColdRule(Side side, Double ratio, Path file, ShareOf shareOf) {

  ColdRule {
    check(side, ratio, file);
  }

  /**
   * Checks that there is exactly one of ratio and file.
   *
   * @throws InputException if not
   */
  static void check(Side side, Double ratio, Path file) {
    if ((ratio == null) == (file == null)) {
      throw new InputException(
          "give either test_ratio or a file that lists the cold %ss, %s",
          side.word(), ratio == null ? "one of them is needed" : "not both");
    }
  }

  /**
   * The cold entities.
   *
   * @param whole the data before an outer split
   * @param remaining what is to be split
   * @param notes takes in remarks
   * @throws InputException if there are too few to draw so many and leave one
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
    return BottomK.sample(ids, present, count(base, available), seed);
  }

  /** Rounded up, a share of those that are present may be all of them; then one stays. */
  private int count(int base, int available) {
    long asked = new Share(ratio).ceil(base);
    if (base > available && asked >= available) {
      throw new InputException(
          "test_ratio %s of all %d %ss is %d, but %d of them are left, one of which must stay warm;"
              + " give a smaller test_ratio, or 'share_of: remaining'",
          ratio, base, side.word(), asked, available);
    }
    return (int) Math.min(asked, available - 1);
  }
}
