package org.trellisrec.tensorflow.training;

import java.nio.file.Path;
import java.util.Optional;
import org.trellisrec.data.TrainingData;
import org.trellisrec.spi.DivergedException;
import org.trellisrec.spi.EpochDecision;
import org.trellisrec.spi.FitContext;
import org.trellisrec.spi.Progress;
import org.trellisrec.spi.ResumePoint;
import org.trellisrec.spi.SavableModel;
import org.trellisrec.tensorflow.batch.Ahead;
import org.trellisrec.tensorflow.batch.Batch;
import org.trellisrec.tensorflow.batch.BatchSource;
import org.trellisrec.tensorflow.batch.EpochsOfSteps;
import org.trellisrec.tensorflow.graph.Feeds;

/**
 * Trains a network: for every epoch one step per batch, then the engine validates and decides. The
 * weights of the best epoch are what is returned. Batches are prepared on a thread of their own.
 */
public final class NetworkTraining {
  private record Prepared(Feeds feeds, int examples) {}

  private final ModelGraph model;
  private final TrainingGraph graph;
  private final FitContext context;
  private final TrainingParams params;
  private final BatchSource source;

  private NetworkTraining(ModelGraph model, TrainingParams params, BatchSource source) {
    this.model = model;
    this.graph = new TrainingGraph(model, params);
    this.context = model.recipe().context();
    this.params = params;
    this.source =
        params.stepsPerEpoch() == 0 ? source : new EpochsOfSteps(source, params.stepsPerEpoch());
  }

  /**
   * Trains, or goes on with a training that was interrupted.
   *
   * @param source the batches to learn from
   * @param factory makes the network
   * @return the model of the best epoch
   * @throws DivergedException if a loss is not finite, or a weight after an epoch, or it is so
   *     large that scores would be infinite
   * @throws org.trellisrec.spi.InputException if the device is missing
   * @throws org.trellisrec.spi.UnusableCheckpointException if the state of the interrupted training
   *     cannot be read
   */
  public static SavableModel fit(
      TrainingData data,
      FitContext context,
      TrainingParams params,
      BatchSource source,
      NetworkFactory factory) {
    ModelGraph model = new ModelGraph.Recipe(data, context, factory).open();
    try {
      new NetworkTraining(model, params, source).run();
      return new NetworkModel(model, true);
    } catch (RuntimeException | Error failed) {
      model.close();
      throw failed;
    }
  }

  /**
   * Reads a trained network.
   *
   * @param folder what the model of {@link #fit} wrote
   * @param factory makes the network
   * @throws org.trellisrec.spi.InputException if a file is damaged, or the device is missing
   */
  public static SavableModel restore(
      Path folder, TrainingData data, FitContext context, NetworkFactory factory) {
    return new NetworkModel(
        SavedNetwork.read(folder, new ModelGraph.Recipe(data, context, factory)), true);
  }

  private void run() {
    source.leftOut().ifPresent(context::note);
    Optional<Checkpoints> checkpoints =
        context.checkpoints().map(folder -> new Checkpoints(folder, graph));
    int last = checkpoints.map(Checkpoints::restore).orElse(0);
    ResumePoint point = last == 0 ? new ResumePoint(0, false) : context.resumeAfter(last);
    int bestEpoch = point.bestEpoch();
    boolean stop = point.stop();
    long steps = (long) params.epochs() * source.batches();
    try (Progress progress = context.progress("training", steps)) {
      progress.advance((long) last * source.batches());
      while (!stop && last < params.epochs()) {
        last++;
        double loss = epoch(last, progress);
        EpochDecision decision = context.afterEpoch(last, loss, new NetworkModel(model, false));
        stop = decision.stop() || last == params.epochs();
        if (decision.best()) {
          bestEpoch = last;
          graph.keepBest();
        }
        if (checkpoints.isPresent()) {
          checkpoints.get().afterEpoch(last, stop);
        }
      }
    }
    if (bestEpoch > 0 && bestEpoch < last) {
      graph.takeBest();
    }
  }

  private double epoch(int epoch, Progress progress) {
    long before = (long) (epoch - 1) * source.batches();
    BatchSource.Epoch batches = source.epoch(epoch);
    long[] prepared = {before};
    try (Ahead<Prepared> ahead =
        new Ahead<>(() -> prepare(batches.next(), ++prepared[0]), p -> p.feeds().close())) {
      double sum = 0;
      long examples = 0;
      long step = before;
      for (Prepared next = ahead.next(); next != null; next = ahead.next()) {
        step++;
        try (Feeds feeds = next.feeds()) {
          float loss = graph.step(feeds);
          requireSound(Float.isFinite(loss), loss, epoch, step);
          sum += (double) loss * next.examples();
          examples += next.examples();
        }
        progress.advance(1);
      }
      double mean = sum / examples;
      requireSound(graph.isBounded(), mean, epoch, step);
      return mean;
    }
  }

  private Prepared prepare(Batch batch, long step) {
    return batch == null ? null : new Prepared(graph.feeds(batch, step), batch.examples());
  }

  /** A step can ruin the weights whose loss was still finite. */
  private void requireSound(boolean sound, double loss, int epoch, long step) {
    if (!sound) {
      throw new DivergedException(
          "the loss is %s at step %d, in epoch %d; %s; the training has diverged, so try a lower learning_rate, or clip_norm"
              .formatted(loss, step, epoch, graph.worstParameter()));
    }
  }
}
