package org.trellisrec.pipeline;

import java.util.List;
import java.util.Optional;
import org.trellisrec.tuning.EarlyStopping;

/**
 * What is to be done with one model of the configuration, on any split.
 *
 * @param label the model's name in the results
 * @param trials the choices of hyperparameters to try, at least one
 * @param target what decides between trials and between epochs
 * @param stopping when to stop training
 * @param everyEpochs the model is validated after every so many epochs
 * @param saveRecommendations true to write the lists of the test tasks
 */
record ModelPlan(
    String label,
    List<Trial> trials,
    Monitor target,
    Stopping stopping,
    int everyEpochs,
    boolean saveRecommendations) {

  /** True if something is to be decided from epoch to epoch. */
  boolean dependsOnEpochs() {
    return stopping.rule().patience() > 0 || target.metric().isEmpty();
  }

  /** True if something is decided by a metric, which must then come from validation data. */
  boolean needsValidation() {
    boolean chooses = trials.size() > 1 && target.metric().isPresent();
    boolean stops = stopping.rule().patience() > 0 && stopping.monitor().metric().isPresent();
    return chooses || stops;
  }

  /**
   * A value that is watched: a metric on the validation tasks, or the training loss.
   *
   * @param metric label of the metric; empty for the training loss
   * @param cutoff length of the lists
   * @param higherIsBetter its direction
   */
  record Monitor(Optional<String> metric, int cutoff, boolean higherIsBetter) {
    /** The training loss of an epoch. */
    static final Monitor LOSS = new Monitor(Optional.empty(), 0, false);

    String label() {
      return metric.map(name -> name + "@" + cutoff).orElse("loss");
    }
  }

  /**
   * When to stop training.
   *
   * @param monitor what is watched
   * @param rule what is an improvement, and how long to wait for one
   */
  record Stopping(Monitor monitor, EarlyStopping.Rule rule) {
    /** Trains to the last epoch. */
    static Stopping never(Monitor monitor) {
      return new Stopping(monitor, EarlyStopping.Rule.never(monitor.higherIsBetter()));
    }
  }
}
