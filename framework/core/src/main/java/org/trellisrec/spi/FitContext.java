package org.trellisrec.spi;

/** What the engine offers to a recommender while it learns. */
public interface FitContext {
  /** The seed of this fit; all randomness comes from it. */
  Seed seed();

  /** Number of threads the fit may use, at least 1. */
  int threads();

  /**
   * Shows progress to the user.
   *
   * @param what the work, in a few words
   * @param total number of steps, or a negative number if unknown
   */
  Progress progress(String what, long total);

  /**
   * Reports a finished epoch. The engine records the loss, may validate the model, and decides
   * whether to go on.
   *
   * @param epoch number of epochs done, from 1
   * @param loss training loss of this epoch, mean per example
   * @param model the model as it is now; read during the call only
   * @return whether to keep these weights as the best so far, and whether to stop
   * @throws DivergedException if the loss is NaN or infinite
   */
  EpochDecision afterEpoch(int epoch, double loss, Model model);

  /**
   * Tells the user of something left out or repaired, with its count: shown, and written beside the
   * results.
   */
  void note(String message);
}
