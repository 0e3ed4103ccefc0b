package org.trellisrec.pipeline;

import java.util.ArrayList;
import java.util.List;
import org.trellisrec.spi.EpochDecision;
import org.trellisrec.spi.ResumePoint;
import org.trellisrec.tuning.EarlyStopping;

/**
 * The epochs of one training, and what they say about the best one and about stopping: a function
 * of the sequence alone, so that replaying the sequence restores it.
 */
final class TrainingCourse {
  private final EarlyStopping best;
  private final EarlyStopping stop;
  private final List<EpochRecord> epochs = new ArrayList<>();
  private int bestEpoch;
  private boolean stopped;

  TrainingCourse(ModelPlan plan) {
    best = new EarlyStopping(EarlyStopping.Rule.never(plan.target().higherIsBetter()));
    stop = new EarlyStopping(plan.stopping().rule());
  }

  /** Takes in the next epoch. */
  EpochDecision add(EpochRecord epoch) {
    epochs.add(epoch);
    if (!epoch.judged()) {
      return new EpochDecision(false, false);
    }
    boolean better = best.next(epoch.target().value()).best();
    bestEpoch = better ? epoch.epoch() : bestEpoch;
    stopped = stop.next(epoch.monitored().value()).stop();
    return new EpochDecision(better, stopped);
  }

  /** Where the training stands. */
  ResumePoint point() {
    return new ResumePoint(bestEpoch, stopped);
  }

  List<EpochRecord> epochs() {
    return List.copyOf(epochs);
  }

  /** Number of the last epoch, 0 before the first. */
  int last() {
    return epochs.isEmpty() ? 0 : epochs.get(epochs.size() - 1).epoch();
  }

  /** The best target value of any epoch, NaN if no epoch was judged. */
  double bestValue() {
    return best.best();
  }
}
