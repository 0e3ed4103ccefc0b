package org.trellisrec.report;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * All that came of one unit of work: one model on one split of one repetition. It is what the
 * journal keeps.
 *
 * @param key which unit
 * @param identity what it depends on
 * @param trainedIn the run folder that it was taken over from; empty if it was trained in its own
 * @param error why the model failed, empty if it did not
 * @param trials every trial, in order
 * @param metrics values of all trials on validation data and of the chosen trial on test data
 * @param timings times of the unit's phases
 * @param epochs epochs of all trials
 * @param parameters trainable parameters of the chosen model by block
 * @param lists how many users were given a list, by test task
 * @param computedBy what beside Java computed the chosen model, by name
 * @param notes what the user was told meanwhile
 */
public record UnitResult(
    UnitKey key,
    UnitIdentity identity,
    String trainedIn,
    String error,
    List<TrialRow> trials,
    List<MetricRow> metrics,
    List<TimingRow> timings,
    List<EpochRow> epochs,
    List<ParameterRow> parameters,
    List<ListCount> lists,
    Map<String, String> computedBy,
    List<String> notes) {

  /** Keeps its own copies of the lists. */
  public UnitResult {
    trials = List.copyOf(trials);
    metrics = List.copyOf(metrics);
    timings = List.copyOf(timings);
    epochs = List.copyOf(epochs);
    parameters = List.copyOf(parameters);
    lists = List.copyOf(lists);
    computedBy =
        computedBy == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(computedBy));
    notes = List.copyOf(notes);
  }

  /** The same with what the user was told meanwhile. */
  public UnitResult withNotes(List<String> told) {
    return with(trainedIn, metrics, told);
  }

  /** The same with only the metric rows that pass. */
  public UnitResult withMetrics(Predicate<MetricRow> kept) {
    return with(trainedIn, metrics.stream().filter(kept).toList(), notes);
  }

  /** The same as taken over from a run folder, which in turn may have taken it over. */
  public UnitResult takenFrom(String run) {
    return with(trainedIn.isEmpty() ? run : trainedIn, metrics, notes);
  }

  private UnitResult with(String run, List<MetricRow> rows, List<String> told) {
    return new UnitResult(
        key,
        identity,
        run,
        error,
        trials,
        rows,
        timings,
        epochs,
        parameters,
        lists,
        computedBy,
        told);
  }

  /**
   * True if every epoch of this model, seed and fold went as that of another unit, as it does for
   * units of two protocols that share a training. Times do not count.
   */
  public boolean wentLike(UnitResult other) {
    return untimed().equals(other.untimed());
  }

  private List<EpochRow> untimed() {
    return epochs.stream().map(epoch -> epoch.under("")).toList();
  }

  /** True if the model could not be evaluated. */
  public boolean failed() {
    return !error.isEmpty();
  }

  /** One line that says which unit failed and why. */
  public String failure() {
    return "%s (%s, fold %s, seed %d): %s"
        .formatted(key.model(), key.protocol(), key.fold(), key.seed(), error);
  }
}
