package org.trellisrec.tensorflow.batch;

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

  /** Draws the batches of one epoch; used by one thread. */
  interface Epoch {
    /** The next batch, or null after the last. */
    Batch next();
  }
}
