package org.trellisrec.pipeline;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trellisrec.report.EpochRow;
import org.trellisrec.report.UnitKey;
import org.trellisrec.spi.Device;
import org.trellisrec.spi.DivergedException;
import org.trellisrec.spi.EpochDecision;
import org.trellisrec.spi.FitContext;
import org.trellisrec.spi.Model;
import org.trellisrec.spi.Progress;
import org.trellisrec.spi.ResumePoint;
import org.trellisrec.spi.Seed;
import org.trellisrec.spi.UnusableCheckpointException;
import org.trellisrec.tuning.EarlyStopping;

/** The engine's side of one fit: keeps the epochs, has them validated, and says when to stop. */
final class TrialContext implements FitContext {
  /**
   * What an epoch is worth.
   *
   * @param target the value that decides which epoch is best
   * @param monitored the value that decides when to stop
   */
  record Worth(double target, double monitored) {}

  /** Judges an epoch by its loss and its model. */
  @FunctionalInterface
  interface Validation {
    Worth judge(double loss, Model model);
  }

  private final UnitKey key;
  private final int trial;
  private final Seed seed;
  private final int threads;
  private final RunListener listener;
  private final ModelPlan plan;
  private final Validation validation;
  private final EarlyStopping best;
  private final EarlyStopping stop;
  private final List<EpochRow> epochs = new ArrayList<>();
  private Clock epochClock = new Clock();
  private double validationWall;
  private double validationCpu;

  TrialContext(
      UnitKey key,
      int trial,
      Seed seed,
      int threads,
      RunListener listener,
      ModelPlan plan,
      Validation validation) {
    this.key = key;
    this.trial = trial;
    this.seed = seed;
    this.threads = threads;
    this.listener = listener;
    this.plan = plan;
    this.validation = validation;
    this.best = new EarlyStopping(EarlyStopping.Rule.never(plan.target().higherIsBetter()));
    this.stop = new EarlyStopping(plan.stopping().rule());
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
  public Device device() {
    return Device.AUTO;
  }

  @Override
  public boolean deterministic() {
    return true;
  }

  @Override
  public Optional<Path> checkpoints() {
    return Optional.empty();
  }

  @Override
  public ResumePoint resumeAfter(int epoch) {
    throw new UnusableCheckpointException("no training is kept");
  }

  @Override
  public Progress progress(String what, long total) {
    return listener.progress(what, total);
  }

  @Override
  public void note(String message) {
    listener.note(key.model() + ": " + message);
  }

  @Override
  public EpochDecision afterEpoch(int epoch, double loss, Model model) {
    double wall = epochClock.wallSeconds();
    double cpu = epochClock.cpuSeconds();
    if (!Double.isFinite(loss)) {
      throw new DivergedException("the training loss is %s after epoch %d".formatted(loss, epoch));
    }
    boolean judged = epoch % plan.everyEpochs() == 0;
    double value = Double.NaN;
    EpochDecision decision = new EpochDecision(false, false);
    if (judged) {
      Worth worth = judge(loss, model);
      value = worth.target();
      decision = new EpochDecision(best.next(value).best(), stop.next(worth.monitored()).stop());
    }
    keep(epoch, loss, judged, value, wall, cpu);
    listener.info(describe(epoch, loss, value, wall, decision));
    epochClock = new Clock();
    return decision;
  }

  private Worth judge(double loss, Model model) {
    Clock clock = new Clock();
    Worth worth = validation.judge(loss, model);
    validationWall += clock.wallSeconds();
    validationCpu += clock.cpuSeconds();
    return worth;
  }

  private void keep(int epoch, double loss, boolean judged, double value, double wall, double cpu) {
    epochs.add(
        new EpochRow(
            key.model(),
            trial,
            key.seed(),
            key.protocol(),
            key.fold(),
            epoch,
            loss,
            judged ? plan.target().label() : "",
            value,
            wall,
            cpu));
  }

  private String describe(
      int epoch, double loss, double value, double wall, EpochDecision decision) {
    String validated =
        Double.isNaN(value) ? "" : ", %s %.5f".formatted(plan.target().label(), value);
    String mark = decision.stop() ? ", stopping" : decision.best() ? ", best so far" : "";
    return "%s: epoch %d, loss %.6g%s (%.1f s)%s"
        .formatted(key.model(), epoch, loss, validated, wall, mark);
  }

  List<EpochRow> epochs() {
    return List.copyOf(epochs);
  }

  /** The best target value of any epoch, NaN if no epoch was judged. */
  double bestValue() {
    return best.best();
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
