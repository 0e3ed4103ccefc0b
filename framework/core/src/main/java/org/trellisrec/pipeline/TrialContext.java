package org.trellisrec.pipeline;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.trellisrec.report.EpochRow;
import org.trellisrec.spi.Device;
import org.trellisrec.spi.DivergedException;
import org.trellisrec.spi.EpochDecision;
import org.trellisrec.spi.FitContext;
import org.trellisrec.spi.Model;
import org.trellisrec.spi.Progress;
import org.trellisrec.spi.ResumePoint;
import org.trellisrec.spi.Seed;
import org.trellisrec.spi.UnusableCheckpointException;

/** The engine's side of one fit: keeps the epochs, has them validated, and says when to stop. */
final class TrialContext implements FitContext {
  private static final double MILLIS = 1e3;

  /**
   * What an epoch is worth.
   *
   * @param target the value that decides which epoch is best
   * @param monitored the value that decides when to stop, and which epoch is best as long as the
   *     target has none
   */
  record Worth(Watched target, Watched monitored) {
    /** Of an epoch that is not judged. */
    static final Worth UNKNOWN = new Worth(Watched.NOTHING, Watched.NOTHING);
  }

  /** Judges an epoch by its loss and its model. */
  @FunctionalInterface
  interface Validation {
    Worth judge(double loss, Model model);
  }

  private final Unit unit;
  private final Trial trial;
  private final Optional<Checkpoint> checkpoint;
  private final List<EpochSink> sinks;
  private final Validation validation;
  private final TrainingCourse course;
  private Clock epochClock = new Clock();
  private boolean asksForDevice;
  private List<EpochRecord> earlier = List.of();

  /**
   * The context of one fit.
   *
   * @param checkpoint what survives of the training; empty if nothing is to
   * @param sinks take the epochs as they come
   */
  TrialContext(
      Unit unit,
      Trial trial,
      Optional<Checkpoint> checkpoint,
      List<EpochSink> sinks,
      Validation validation) {
    this.unit = unit;
    this.trial = trial;
    this.checkpoint = checkpoint;
    this.sinks = sinks;
    this.validation = validation;
    this.course = new TrainingCourse(unit.plan());
  }

  @Override
  public Seed seed() {
    return unit.fitSeed(trial);
  }

  @Override
  public int threads() {
    return unit.measures().threads();
  }

  @Override
  public Device device() {
    asksForDevice = true;
    return unit.plan().compute().device();
  }

  @Override
  public boolean deterministic() {
    return unit.plan().compute().deterministic();
  }

  @Override
  public Progress progress(String what, long total) {
    return unit.listener().progress(what, total);
  }

  @Override
  public void note(String message) {
    unit.listener().note(unit.key().model() + ": " + message);
  }

  @Override
  public Optional<Path> checkpoints() {
    return checkpoint.map(Checkpoint::open);
  }

  @Override
  public ResumePoint resumeAfter(int epoch) {
    if (course.last() > 0) {
      throw new IllegalStateException("resumeAfter is called after an epoch was reported");
    }
    List<EpochRecord> known =
        checkpoint
            .orElseThrow(() -> new UnusableCheckpointException("no trainings are kept"))
            .resume(epoch);
    known.forEach(course::add);
    sinks.forEach(sink -> sink.resumed(known));
    earlier = known;
    epochClock = new Clock();
    return course.point();
  }

  @Override
  public EpochDecision afterEpoch(int epoch, double loss, Model model) {
    double wall = epochClock.wallSeconds();
    double cpu = epochClock.cpuSeconds();
    if (epoch != course.last() + 1) {
      throw new IllegalStateException(
          "epoch %d is reported after epoch %d".formatted(epoch, course.last()));
    }
    if (!Double.isFinite(loss)) {
      throw new DivergedException("the training loss is %s after epoch %d".formatted(loss, epoch));
    }
    boolean judged = epoch % unit.plan().everyEpochs() == 0;
    Worth worth = judged ? validation.judge(loss, model) : Worth.UNKNOWN;
    double now = System.currentTimeMillis() / MILLIS;
    EpochRecord record =
        new EpochRecord(epoch, loss, judged, worth.target(), worth.monitored(), wall, cpu, now);
    checkpoint.ifPresent(kept -> kept.add(record));
    EpochDecision decision = course.add(record);
    sinks.forEach(sink -> sink.ended(record, decision));
    epochClock = new Clock();
    return decision;
  }

  /** The epochs of this fit, those of an interrupted one included. */
  List<EpochRow> rows() {
    return course.epochs().stream()
        .flatMap(epoch -> epoch.rows(unit.key(), trial.number(), unit.plan()).stream())
        .toList();
  }

  /** The last epoch that was reported, 0 if none was. */
  int lastEpoch() {
    return course.last();
  }

  /** The epoch whose model is kept, 0 if none was found better than another. */
  int bestEpoch() {
    return course.point().bestEpoch();
  }

  /** The best target value of any epoch, NaN if none had one. */
  double bestValue() {
    return course.bestValue();
  }

  /** True if the model wanted to know where to compute. */
  boolean asksForDevice() {
    return asksForDevice;
  }

  /** True if the training went on from a checkpoint. */
  boolean resumed() {
    return !earlier.isEmpty();
  }

  /** Elapsed seconds of the epochs that the training went on from. */
  double resumedWallSeconds() {
    return earlier.stream().mapToDouble(EpochRecord::wallSeconds).sum();
  }

  /** Processor seconds of the epochs that the training went on from. */
  double resumedCpuSeconds() {
    return earlier.stream().mapToDouble(EpochRecord::cpuSeconds).sum();
  }
}
