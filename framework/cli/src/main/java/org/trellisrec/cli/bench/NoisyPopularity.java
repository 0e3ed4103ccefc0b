package org.trellisrec.cli.bench;

import org.trellisrec.spi.Model;
import org.trellisrec.spi.Popularity;
import org.trellisrec.spi.UserBlock;

/**
 * Scores items by the number of their interactions times a number of the pair's own, which costs
 * next to nothing.
 */
final class NoisyPopularity implements Model {
  private static final int MIX = 0x9E37_79B9;
  private static final float STEPS = 1 << 16;

  private final Popularity popularity;

  NoisyPopularity(Popularity popularity) {
    this.popularity = popularity;
  }

  @Override
  public void score(UserBlock users, float[][] scores) {
    for (int row = 0; row < users.size(); row++) {
      int hash = (users.user(row) + 1) * MIX;
      for (int item = 0; item < scores[row].length; item++) {
        hash = (hash ^ item) * MIX;
        scores[row][item] = popularity.count(item) * (hash >>> 16) / STEPS;
      }
    }
  }
}
