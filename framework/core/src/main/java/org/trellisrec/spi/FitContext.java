package org.trellisrec.spi;

import java.nio.file.Path;
import java.util.Optional;

/** What the engine offers to a recommender while it learns. */
public interface FitContext {
  /** The seed of this fit; all randomness comes from it. */
  Seed seed();

  /** Number of threads the fit may use, at least 1. */
  int threads();

  /** Where the user wants the fit to compute; a model that knows only the CPU ignores it. */
  Device device();

  /**
   * True if two fits with the same seed on the same machine and device must give the same bits;
   * false allows what is faster but adds in another order each time.
   */
  boolean deterministic();

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
   * @param epoch number of epochs done: one more than at the last call, from 1, or from the epoch
   *     after {@link #resumeAfter}
   * @param loss training loss of this epoch, lower is better; a mean over examples, or over batches
   *     of their sums where the model is defined by sums. It compares between epochs, and between
   *     trainings of one model on the same data whose loss, examples and batch size are the same.
   * @param model the model as it is now; read during the call only
   * @return whether to keep these weights as the best so far, and whether to stop
   * @throws DivergedException if the loss is NaN or infinite
   */
  EpochDecision afterEpoch(int epoch, double loss, Model model);

  /**
   * A folder in which the model may keep the state of its training (weights, the best weights so
   * far, optimiser, generators), so that a training that was killed goes on instead of starting
   * again. It is private to this trial, survives the process, holds what an interrupted fit with
   * the same parameters, seed and data left there, and is removed by the engine when it is no
   * longer needed. The order of an epoch is: train, {@link #afterEpoch}, act on the decision, write
   * the state (to a temporary file that is renamed, for it can be cut short at any byte).
   *
   * <p>A fit that finds a state calls {@link #resumeAfter}. It may find the state after its last
   * epoch: the engine fits again where it needs the model of a finished training.
   *
   * @return the folder, which exists; empty if trainings are not to be kept
   */
  Optional<Path> checkpoints();

  /**
   * Says that the model has restored its state after an epoch. The engine restores its own (what
   * was the best epoch, how long ago, the rows of the learning curve) and forgets later epochs,
   * which are trained again. To be called at most once, before the first {@link #afterEpoch}.
   *
   * @param epoch the last epoch of the restored state, at least 1
   * @return the best epoch so far, and whether the training had already ended
   * @throws UnusableCheckpointException if the engine has no account of these epochs; let it pass
   */
  ResumePoint resumeAfter(int epoch);

  /**
   * Tells the user of something left out or repaired, with its count: shown, and written beside the
   * results.
   */
  void note(String message);
}
