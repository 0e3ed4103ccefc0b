package org.trellisrec.splitters.planted;

/** A splitter with randomness of its own. */
final class RollsDice {
  private RollsDice() {}

  static double roll() {
    return Math.random();
  }
}
