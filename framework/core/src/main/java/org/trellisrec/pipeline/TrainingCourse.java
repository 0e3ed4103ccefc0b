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
  private final ModelPlan.Stopping stopping;
  private final EarlyStopping best;
  private final EarlyStopping bestWatched;
  private final EarlyStopping stop;
  private final List<EpochRecord> epochs = new ArrayList<>();
  private int bestEpoch;
  private boolean stopped;

  TrainingCourse(ModelPlan plan) {
    stopping = plan.stopping();
    best = new EarlyStopping(EarlyStopping.Rule.never(plan.target().higherIsBetter()));
    bestWatched = new EarlyStopping(EarlyStopping.Rule.never(stopping.rule().higherIsBetter()));
    stop = new EarlyStopping(stopping.rule());
  }

  /** Takes in the next epoch. */
  EpochDecision add(EpochRecord epoch) {
    epochs.add(epoch);
    if (!epoch.judged()) {
      return new EpochDecision(false, false);
    }
    boolean better = isBetter(epoch);
    bestEpoch = better ? epoch.epoch() : bestEpoch;
    stopped = stop.next(epoch.monitored().value()).stop();
    return new EpochDecision(better, stopped);
  }

  /**
   * The target decides as soon as it has a value. Until then, and without validation data that is
   * to the end, what is watched decides: a training that it stops is past its best epoch.
   */
  private boolean isBetter(EpochRecord epoch) {
    boolean better = best.next(epoch.target().value()).best();
    boolean betterWatched = bestWatched.next(epoch.monitored().value()).best();
    boolean known = !Double.isNaN(best.best());
    return known ? better : stopping.rule().isActive() && betterWatched;
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

  /** The best target value of any epoch, NaN if none had one. */
  double bestValue() {
    return best.best();
  }
}
