package org.trellisrec.tensorflow.batch;

import java.util.Optional;

/** The batches of every epoch. An epoch is determined by its number, whatever was drawn before. */
public interface BatchSource {
  /**
   * The batches of an epoch, in order.
   *
   * @param epoch number of the epoch, from 1
   */
  Epoch epoch(int epoch);

  /** Number of batches of an epoch, at least 1. */
  int batches();

  /**
   * Which training interactions no epoch ever visits, with their number, for a note to the user;
   * empty if all are visited, in one epoch or another.
   */
  default Optional<String> leftOut() {
    return Optional.empty();
  }

  /** Draws the batches of one epoch; used by one thread. */
  interface Epoch {
    /** The next batch, or null after the last. */
    Batch next();
  }
}
