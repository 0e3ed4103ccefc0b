package org.trellisrec.pipeline;

/**
 * A value that decides something about a training.
 *
 * @param value the value, NaN if there is none
 * @param users number of users behind it, those of all tasks that choose together; 0 for a loss
 */
record Watched(double value, int users) {
  /** No value. */
  static final Watched NOTHING = new Watched(Double.NaN, 0);

  /** A training loss. */
  static Watched loss(double value) {
    return new Watched(value, 0);
  }
}
