package org.trellisrec.tensorflow.batch;

import java.util.Optional;

/**
 * Epochs of a fixed number of batches: they go through the passes of another source one after the
 * other, and each begins where the one before ended, in the middle of a pass or at its end.
 */
public final class EpochsOfSteps implements BatchSource {
  private final BatchSource passes;
  private final int steps;
  private Epoch open;
  private long drawn = -1;

  /**
   * @param passes what an epoch would be otherwise
   * @param steps batches of an epoch, at least 1
   */
  public EpochsOfSteps(BatchSource passes, int steps) {
    this.passes = passes;
    this.steps = steps;
  }

  @Override
  public Epoch epoch(int epoch) {
    long end = (long) epoch * steps;
    goTo(end - steps);
    return () -> drawn == end ? null : draw();
  }

  /** Draws in vain what comes before, unless all of it has just been drawn. */
  private void goTo(long batch) {
    if (drawn != batch) {
      drawn = batch - batch % passes.batches();
      while (drawn < batch) {
        draw();
      }
    }
  }

  private Batch draw() {
    if (open == null || drawn % passes.batches() == 0) {
      open = passes.epoch(Math.toIntExact(1 + drawn / passes.batches()));
    }
    drawn++;
    return open.next();
  }

  @Override
  public int batches() {
    return steps;
  }

  @Override
  public Optional<String> leftOut() {
    return passes.leftOut();
  }
}
