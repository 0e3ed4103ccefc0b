package org.trellisrec.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trellisrec.data.SideInformation;
import org.trellisrec.pipeline.Judge.Judgement;
import org.trellisrec.pipeline.ModelPlan.Monitor;
import org.trellisrec.report.EpochRow;
import org.trellisrec.spi.Device;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.Model;
import org.trellisrec.spi.UnusableCheckpointException;

/**
 * One training: takes up what an interrupted one has left, or begins anew. Mutable: one for each
 * training.
 */
final class Fit {
  private final Unit unit;
  private final Trial trial;
  private final Timings timings;
  private final Timings validation;
  private List<EpochRow> epochs = List.of();
  private double bestValue = Double.NaN;
  private int bestEpoch;

  Fit(Unit unit, Trial trial, Timings timings) {
    this.unit = unit;
    this.trial = trial;
    this.timings = timings;
    this.validation = new Timings(unit.key());
  }

  /** The trained model. */
  Model run() {
    Optional<Checkpoint> checkpoint = unit.store().checkpoint(trial);
    try {
      return run(checkpoint);
    } catch (UnusableCheckpointException e) {
      unit.listener()
          .note(
              "%s: the interrupted training cannot be taken up and starts anew: %s"
                  .formatted(unit.training(trial), e.getMessage()));
      checkpoint.ifPresent(Checkpoint::clear);
      return run(checkpoint);
    }
  }

  private Model run(Optional<Checkpoint> checkpoint) {
    EpochLines lines =
        new EpochLines(unit.training(trial), unit.plan(), unit.listener()::info, System::nanoTime);
    List<EpochSink> sinks = new ArrayList<>(List.of(lines));
    unit.store()
        .tensorboard(trial)
        .ifPresent(folder -> sinks.add(new EpochEvents(folder, unit.plan())));
    TrialContext context = new TrialContext(unit, trial, checkpoint, sinks, this::worth);
    Clock clock = new Clock();
    try {
      requireKept();
      Model model =
          unit.recommender().present("fit", trial.recommender().fit(unit.data(), context));
      bestValue = context.bestValue();
      bestEpoch = context.bestEpoch();
      tellWhatHasNoEffect(context);
      return model;
    } catch (UnusableCheckpointException e) {
      throw e;
    } catch (RuntimeException | OutOfMemoryError | LinkageError e) {
      if (context.resumed()) {
        checkpoint.ifPresent(Checkpoint::clear);
      }
      throw e;
    } finally {
      lines.close();
      epochs = context.rows();
      addTimes(clock, context);
    }
  }

  /**
   * Splits of further seeds are made after the run has begun, so that of them nothing has asked.
   */
  private void requireKept() {
    SideInformation kept = unit.data().side().ofTrained(unit.data().interactions());
    try {
      unit.recommender().run(() -> trial.recommender().check(kept));
    } catch (InputException e) {
      throw new InputException(
          "among those who occur in the training interactions of seed %d: %s",
          unit.key().seed(), e.getMessage());
    }
  }

  /** Of a training that was taken up, the fit lasted as long as all its epochs. */
  private void addTimes(Clock clock, TrialContext context) {
    timings.add(
        Timings.FIT,
        trial.number(),
        clock.wallSeconds() + context.resumedWallSeconds() - validation.wallSeconds(),
        clock.cpuSeconds() + context.resumedCpuSeconds() - validation.cpuSeconds());
    timings.addAll(validation.rows());
  }

  private TrialContext.Worth worth(double loss, Model model) {
    Monitor target = unit.plan().target();
    Monitor stopping = unit.plan().stopping().monitor();
    if (target.metric().isEmpty() && stopping.metric().isEmpty()) {
      return new TrialContext.Worth(Watched.loss(loss), Watched.loss(loss));
    }
    List<Judgement> judgements =
        unit.judge().judge(unit.key().model(), model, unit.selection(), validation, trial.number());
    return new TrialContext.Worth(
        target.metric().isEmpty() ? Watched.loss(loss) : unit.value(judgements, target),
        stopping.metric().isEmpty() ? Watched.loss(loss) : unit.value(judgements, stopping));
  }

  private void tellWhatHasNoEffect(TrialContext context) {
    if (context.rows().isEmpty() && unit.plan().dependsOnEpochs()) {
      unit.listener()
          .note(
              unit.key().model()
                  + " learns in one step and reports no epochs: early_stopping and"
                  + " optimize_internal_loss have no effect");
    }
    int rate = unit.plan().everyEpochs();
    if (context.lastEpoch() > 0 && context.lastEpoch() < rate) {
      unit.listener()
          .note(
              "%s was validated after no epoch, as there were %d and meta.validation_rate is %d: the last one counts%s"
                  .formatted(
                      unit.key().model(),
                      context.lastEpoch(),
                      rate,
                      unit.plan().stopping().rule().isActive()
                          ? ", and early_stopping has no effect"
                          : ""));
    }
    noteUnvalidatedEnd(context, rate);
    Device device = unit.plan().compute().device();
    if (device.kind() == Device.Kind.GPU && !context.asksForDevice()) {
      unit.listener()
          .note("%s computes on the CPU, not on %s".formatted(unit.key().model(), device));
    }
  }

  private void noteUnvalidatedEnd(TrialContext context, int rate) {
    int validated = context.lastEpoch() / rate * rate;
    if (context.bestEpoch() > 0 && validated < context.lastEpoch()) {
      unit.listener()
          .note(
              "%s was trained for %d epochs and last validated after epoch %d, so that what came after cannot be chosen; let meta.validation_rate divide the number of epochs"
                  .formatted(unit.key().model(), context.lastEpoch(), validated));
    }
  }

  /** The epochs of the training, whether it succeeded or not. */
  List<EpochRow> epochs() {
    return epochs;
  }

  /** The epoch whose model is kept; 0 if there are none, or none was found better than another. */
  int bestEpoch() {
    return bestEpoch;
  }

  /** The best target value of any epoch, NaN if none had one. */
  double bestValue() {
    return bestValue;
  }
}
