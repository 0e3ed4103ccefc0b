package org.trellisrec.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.trellisrec.report.EpochRow;
import org.trellisrec.report.UnitKey;
import org.trellisrec.spi.DivergedException;
import org.trellisrec.spi.EpochDecision;
import org.trellisrec.spi.FitContext;
import org.trellisrec.spi.Model;
import org.trellisrec.spi.Progress;
import org.trellisrec.spi.Seed;
import org.trellisrec.tuning.EarlyStopping;

/** The engine's side of one fit: keeps the epochs, validates, and applies the stop rule. */
final class TrialContext implements FitContext {
  /**
   * How epochs are judged.
   *
   * @param metric label of the monitored value, {@code loss} for the training loss
   * @param everyEpochs the model is validated after every so many epochs
   * @param value the monitored value of a model; null to monitor the loss
   * @param rule the stop rule, fresh
   */
  record Monitor(
      String metric, int everyEpochs, ToDoubleFunction<Model> value, EarlyStopping rule) {}

  private final UnitKey key;
  private final int trial;
  private final Seed seed;
  private final int threads;
  private final RunListener listener;
  private final Monitor monitor;
  private final List<EpochRow> epochs = new ArrayList<>();
  private Clock epochClock = new Clock();
  private double validationWall;
  private double validationCpu;

  TrialContext(
      UnitKey key, int trial, Seed seed, int threads, RunListener listener, Monitor monitor) {
    this.key = key;
    this.trial = trial;
    this.seed = seed;
    this.threads = threads;
    this.listener = listener;
    this.monitor = monitor;
  }

  @Override
  public Seed seed() {
    return seed;
  }

  @Override
  public int threads() {
    return threads;
  }

  @Override
  public Progress progress(String what, long total) {
    return listener.progress(what, total);
  }

  @Override
  public EpochDecision afterEpoch(int epoch, double loss, Model model) {
    double wall = epochClock.wallSeconds();
    double cpu = epochClock.cpuSeconds();
    if (!Double.isFinite(loss)) {
      throw new DivergedException("the training loss is %s after epoch %d".formatted(loss, epoch));
    }
    boolean judged = monitor.value() == null || epoch % monitor.everyEpochs() == 0;
    double value = judged ? judge(loss, model) : Double.NaN;
    epochs.add(
        new EpochRow(
            key.model(),
            trial,
            key.seed(),
            key.protocol(),
            key.fold(),
            epoch,
            loss,
            judged ? monitor.metric() : "",
            value,
            wall,
            cpu));
    EpochDecision decision = judged ? monitor.rule().next(value) : new EpochDecision(false, false);
    listener.info(describe(epoch, loss, judged, value, wall, decision));
    epochClock = new Clock();
    return decision;
  }

  @Override
  public void note(String message) {
    listener.note(key.model() + ": " + message);
  }

  private double judge(double loss, Model model) {
    if (monitor.value() == null) {
      return loss;
    }
    Clock clock = new Clock();
    double value = monitor.value().applyAsDouble(model);
    validationWall += clock.wallSeconds();
    validationCpu += clock.cpuSeconds();
    return value;
  }

  private String describe(
      int epoch, double loss, boolean judged, double value, double wall, EpochDecision decision) {
    String validated =
        judged && monitor.value() != null ? ", %s %.5f".formatted(monitor.metric(), value) : "";
    String mark = decision.stop() ? ", stopping" : decision.best() ? ", best so far" : "";
    return "%s: epoch %d, loss %.6g%s (%.1f s)%s"
        .formatted(key.model(), epoch, loss, validated, wall, mark);
  }

  List<EpochRow> epochs() {
    return List.copyOf(epochs);
  }

  /** Elapsed seconds that went into validating during the fit. */
  double validationWallSeconds() {
    return validationWall;
  }

  /** Processor seconds that went into validating during the fit. */
  double validationCpuSeconds() {
    return validationCpu;
  }
}
