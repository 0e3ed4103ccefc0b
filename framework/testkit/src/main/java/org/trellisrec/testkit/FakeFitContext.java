package org.trellisrec.testkit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ObjIntConsumer;
import org.trellisrec.spi.Device;
import org.trellisrec.spi.EpochDecision;
import org.trellisrec.spi.FitContext;
import org.trellisrec.spi.Model;
import org.trellisrec.spi.Progress;
import org.trellisrec.spi.ResumePoint;
import org.trellisrec.spi.Seed;
import org.trellisrec.spi.UnusableCheckpointException;

/**
 * An engine that takes the epoch of the lowest loss for the best, and remembers what it was told.
 * By default it never stops a fit, keeps no checkpoints, and wants the CPU and the same bits.
 */
public final class FakeFitContext implements FitContext {
  /** Thrown out of {@link #afterEpoch} in place of a {@code kill -9}. */
  public static final class Interruption extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private Interruption(int epoch) {
      super("interrupted in epoch " + epoch);
    }
  }

  private static final int NEVER = Integer.MAX_VALUE;

  private final Seed seed;
  private final int threads;
  private final List<Double> losses = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private Device device = Device.CPU;
  private boolean deterministic = true;
  private Path checkpoints;
  private ObjIntConsumer<Model> watcher = (model, epoch) -> {};
  private int lastEpoch = NEVER;
  private int lastImprovement;
  private int interruptedIn = NEVER;
  private int epochsReported;

  /** One thread, and this seed. */
  public FakeFitContext(long seed) {
    this(seed, 1);
  }

  /** This seed and this number of threads. */
  public FakeFitContext(long seed, int threads) {
    this.seed = new Seed(seed);
    this.threads = threads;
  }

  /** This context, wanting the fit on another device. */
  public FakeFitContext on(Device wanted) {
    device = wanted;
    return this;
  }

  /** This context, content with other bits in every fit. */
  public FakeFitContext nondeterministic() {
    deterministic = false;
    return this;
  }

  /** This context, keeping the state of trainings in an existing folder. */
  public FakeFitContext keepingCheckpointsIn(Path folder) {
    checkpoints = folder;
    return this;
  }

  /** This context, stopping the training after an epoch. */
  public FakeFitContext stoppingAfter(int epoch) {
    lastEpoch = epoch;
    return this;
  }

  /** This context, taking every epoch up to this one for better than all before, and none after. */
  public FakeFitContext improvingUntil(int epoch) {
    lastImprovement = epoch;
    return this;
  }

  /** This context, showing the model of every epoch to somebody before it decides. */
  public FakeFitContext watchedBy(ObjIntConsumer<Model> somebody) {
    watcher = somebody;
    return this;
  }

  /** This context, throwing {@link Interruption} when the end of an epoch is reported. */
  public FakeFitContext interruptedIn(int epoch) {
    interruptedIn = epoch;
    return this;
  }

  /** What the engine is after an interruption: it knows the epochs reported so far, and goes on. */
  public FakeFitContext restarted() {
    FakeFitContext next =
        new FakeFitContext(seed.value(), threads)
            .on(device)
            .keepingCheckpointsIn(checkpoints)
            .watchedBy(watcher)
            .stoppingAfter(lastEpoch)
            .improvingUntil(lastImprovement);
    next.deterministic = deterministic;
    next.losses.addAll(losses);
    return next;
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
    return device;
  }

  @Override
  public boolean deterministic() {
    return deterministic;
  }

  @Override
  public Progress progress(String what, long total) {
    return Progress.SILENT;
  }

  @Override
  public EpochDecision afterEpoch(int epoch, double loss, Model model) {
    if (epoch >= interruptedIn) {
      throw new Interruption(epoch);
    }
    forgetAfter(epoch - 1);
    losses.add(loss);
    watcher.accept(model, epoch);
    epochsReported++;
    return new EpochDecision(bestEpoch() == epoch, epoch >= lastEpoch);
  }

  @Override
  public Optional<Path> checkpoints() {
    return Optional.ofNullable(checkpoints);
  }

  @Override
  public ResumePoint resumeAfter(int epoch) {
    if (epoch < 1 || epoch > losses.size()) {
      throw new UnusableCheckpointException(
          "a state after epoch %d, but %d epochs were reported".formatted(epoch, losses.size()));
    }
    forgetAfter(epoch);
    return new ResumePoint(bestEpoch(), epoch >= lastEpoch);
  }

  private void forgetAfter(int epoch) {
    losses.subList(Math.min(epoch, losses.size()), losses.size()).clear();
  }

  private int bestEpoch() {
    if (lastImprovement > 0) {
      return Math.min(lastImprovement, losses.size());
    }
    int best = 0;
    for (int epoch = 1; epoch <= losses.size(); epoch++) {
      best = best == 0 || losses.get(epoch - 1) < losses.get(best - 1) ? epoch : best;
    }
    return best;
  }

  @Override
  public void note(String message) {
    notes.add(message);
  }

  /** The losses reported, by epoch. */
  public List<Double> losses() {
    return List.copyOf(losses);
  }

  /** Number of epochs that were reported to this context itself. */
  public int epochsReported() {
    return epochsReported;
  }

  /** The notes, in the order given. */
  public List<String> notes() {
    return List.copyOf(notes);
  }
}
