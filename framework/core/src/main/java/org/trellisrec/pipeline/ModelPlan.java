package org.trellisrec.pipeline;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.trellisrec.config.Places;
import org.trellisrec.config.Restore;
import org.trellisrec.config.yaml.Problems;
import org.trellisrec.data.SideInformation;
import org.trellisrec.spi.Device;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.PluginCall;
import org.trellisrec.spi.Recommender;
import org.trellisrec.spi.RestorableRecommender;
import org.trellisrec.tuning.EarlyStopping;

/**
 * What is to be done with one model of the configuration, on any split.
 *
 * @param label the model's name in the results
 * @param at where it and its keys are configured
 * @param source what the configuration says of it
 * @param recommender name of the recommender
 * @param trials the choices of hyperparameters to try
 * @param target what decides between trials and between epochs
 * @param stopping when to stop training
 * @param everyEpochs the model is validated after every so many epochs
 * @param compute how it is fitted
 * @param keep what is written of it, and read
 */
record ModelPlan(
    String label,
    Places at,
    Source source,
    String recommender,
    Trials trials,
    Monitor target,
    Stopping stopping,
    int everyEpochs,
    Compute compute,
    Keep keep) {

  /** The same with this trial alone. */
  ModelPlan only(Trial trial) {
    return new ModelPlan(
        label,
        at,
        source,
        recommender,
        Trials.of(List.of(trial)),
        target,
        stopping,
        everyEpochs,
        compute,
        keep);
  }

  /** Adds to the problems if this machine lacks the device that is asked for. */
  void checkDevice(Problems problems) {
    check(recommender -> recommender.check(compute.device()), "", problems);
  }

  /** Adds to the problems if a trial cannot work with the modalities of the data or its files. */
  void checkInputs(SideInformation side, Problems problems) {
    check(recommender -> recommender.check(side), "", problems);
  }

  /**
   * Adds to the problems if a trial cannot work with the modalities of those who are trained.
   *
   * @param among who these are, to begin the message with
   */
  void checkKept(SideInformation kept, String among, Problems problems) {
    check(recommender -> recommender.check(kept), among + ": ", problems);
  }

  /** Adds to the problems if the model is to be written or read and cannot be. */
  void checkKeep(Problems problems) {
    if (trials.first().recommender() instanceof RestorableRecommender) {
      return;
    }
    if (keep.weights()) {
      cannotKeep("meta.save_weights", problems);
    }
    if (keep.restore().asked()) {
      cannotKeep("meta.restore", problems);
    }
  }

  private void cannotKeep(String key, Problems problems) {
    problems.add(
        at.of(key),
        "models.%s.%s: %s cannot write or read its trained model; remove %s, or set it to false"
            + " here where models share their meta",
        at.name(),
        key,
        recommender,
        key);
  }

  /** The entry of the configuration as messages call it, with the member of it that is meant. */
  private String named() {
    return at.name().equals(label)
        ? "models." + label
        : "models.%s, '%s'".formatted(at.name(), label);
  }

  private void check(Consumer<Recommender> check, String why, Problems problems) {
    for (Trial trial : trials.ahead()) {
      try {
        new PluginCall(named()).run(() -> check.accept(trial.recommender()));
      } catch (InputException e) {
        problems.add(at.model(), "%s: %s%s", named(), why, e.getMessage());
      }
    }
  }

  /** True if something is to be decided from epoch to epoch. */
  boolean dependsOnEpochs() {
    return stopping.rule().isActive() || target.metric().isEmpty();
  }

  /** What a metric decides, which must then come from validation data; empty if nothing. */
  Optional<String> decidedByMetric() {
    if (keep.restore().asked()) {
      return Optional.empty();
    }
    if (trials.several() && target.metric().isPresent()) {
      return Optional.of("to choose between %d trials".formatted(trials.size()));
    }
    return stopping.rule().isActive() && stopping.monitor().metric().isPresent()
        ? Optional.of("to stop early by " + stopping.monitor().label())
        : Optional.empty();
  }

  /**
   * What a model is in the configuration.
   *
   * @param keys its entry, by key, as YAML
   * @param points the points of its search space that are tried; empty without a search
   * @param files what its parameters name
   */
  record Source(Map<String, String> keys, String points, NamedFiles files) {}

  /**
   * How a model is fitted.
   *
   * @param device where the user wants it to compute
   * @param deterministic true if the same seed must give the same bits
   */
  record Compute(Device device, boolean deterministic) {}

  /**
   * What is written of a model, and read.
   *
   * @param recommendations true to write the lists of the test tasks
   * @param weights true to write the chosen model
   * @param restore which written model is read instead of training one
   */
  record Keep(boolean recommendations, boolean weights, Restore restore) {}

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

    /** A value of it such that higher is better; NaN stays NaN. */
    double score(double value) {
      return higherIsBetter ? value : -value;
    }

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
