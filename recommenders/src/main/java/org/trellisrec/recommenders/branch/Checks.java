package org.trellisrec.recommenders.branch;

import org.trellisrec.spi.InputException;

/** What the parameters of several models have to keep to. */
final class Checks {
  private Checks() {}

  /**
   * Refuses batch norms that no layer would have.
   *
   * @param every after how many layers there is one, 0 for none
   * @param layers of a branch
   */
  static void requireNormedLayer(int every, int layers) {
    if (every > layers) {
      throw new InputException(
          "batch_norm is %d, but a branch has %d layers, so that none would have one; give 0 or at"
              + " most %d",
          every, layers, layers);
    }
  }

  /**
   * Refuses what is given but has no effect.
   *
   * @param given null if it is not
   * @param by what it has an effect with
   */
  static void requireUsed(String key, Object given, boolean used, String by) {
    if (given != null && !used) {
      throw new InputException("%s is for %s alone; remove it", key, by);
    }
  }
}
