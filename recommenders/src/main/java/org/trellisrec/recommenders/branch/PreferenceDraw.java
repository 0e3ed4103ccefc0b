package org.trellisrec.recommenders.branch;

import org.apache.commons.rng.UniformRandomProvider;
import org.trellisrec.spi.Seed;
import org.trellisrec.tensorflow.batch.Batch;

/** What a model is given of the preferences of the entities of a training batch. */
interface PreferenceDraw {
  /** The entity goes without any. */
  int DROPPED = -1;

  /** Which of the forms of its preference stands for the entity of every slot, or none. */
  int[] of(Side side, Batch batch);

  /** The only form, or none: for users slot by slot, for items list by list. */
  static PreferenceDraw perList(double rate) {
    return (side, batch) -> {
      UniformRandomProvider random =
          new Seed(batch.seed()).derive("preferences/" + side.label()).rng();
      int[] drawn = new int[side.slots(batch).length];
      int length = drawn.length / batch.lists();
      for (int slot = 0; slot < drawn.length; slot++) {
        boolean same = slot % length > 0;
        drawn[slot] = same ? drawn[slot - 1] : random.nextDouble() < rate ? DROPPED : 0;
      }
      return drawn;
    };
  }

  /**
   * For lists of one item: in a share of them the user or the item, either as likely, goes without;
   * in another share one of the two has the second form; else both have the first.
   */
  static PreferenceDraw perPair(double dropped, double second) {
    return (side, batch) -> {
      UniformRandomProvider random = new Seed(batch.seed()).derive("preferences").rng();
      int[] drawn = new int[batch.lists()];
      for (int pair = 0; pair < drawn.length; pair++) {
        double draw = random.nextDouble();
        boolean chosen = random.nextBoolean() == (side == Side.USERS);
        drawn[pair] = !chosen || draw >= dropped + second ? 0 : draw < dropped ? DROPPED : 1;
      }
      return drawn;
    };
  }
}
