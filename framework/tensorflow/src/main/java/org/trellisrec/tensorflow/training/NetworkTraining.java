package org.trellisrec.tensorflow.training;

import org.trellisrec.data.TrainingData;
import org.trellisrec.spi.DivergedException;
import org.trellisrec.spi.EpochDecision;
import org.trellisrec.spi.FitContext;
import org.trellisrec.spi.Model;
import org.trellisrec.spi.Progress;
import org.trellisrec.tensorflow.batch.Ahead;
import org.trellisrec.tensorflow.batch.Batch;
import org.trellisrec.tensorflow.batch.BatchSource;
import org.trellisrec.tensorflow.graph.Feeds;

/**
 * Trains a network: for every epoch one step per batch, then the engine validates and decides. The
 * weights of the best epoch are what is returned. Batches are prepared on a thread of their own.
 */
public final class NetworkTraining {
  private record Prepared(Feeds feeds, int examples) {}

  private final NetworkGraph graph;
  private final FitContext context;
  private final TrainingParams params;
  private final BatchSource source;

  private NetworkTraining(
      NetworkGraph graph, FitContext context, TrainingParams params, BatchSource source) {
    this.graph = graph;
    this.context = context;
    this.params = params;
    this.source = source;
  }

  /**
   * Trains.
   *
   * @param source the batches to learn from
   * @param factory makes the network
   * @return the model of the best epoch
   * @throws DivergedException if a loss is not finite
   * @throws org.trellisrec.spi.InputException if the device is missing
   */
  public static Model fit(
      TrainingData data,
      FitContext context,
      TrainingParams params,
      BatchSource source,
      NetworkFactory factory) {
    NetworkGraph graph = NetworkGraph.open(data, context, params.optimizer(), factory);
    try {
      new NetworkTraining(graph, context, params, source).run();
      return new NetworkModel(graph, true);
    } catch (RuntimeException | Error failed) {
      graph.close();
      throw failed;
    }
  }

  private void run() {
    long steps = (long) params.epochs() * source.batches();
    try (Progress progress = context.progress("training", steps)) {
      int bestEpoch = 0;
      int last = 0;
      for (int epoch = 1; epoch <= params.epochs(); epoch++) {
        double loss = epoch(epoch, progress);
        EpochDecision decision = context.afterEpoch(epoch, loss, new NetworkModel(graph, false));
        last = epoch;
        if (decision.best()) {
          bestEpoch = epoch;
          graph.keepBest();
        }
        if (decision.stop()) {
          break;
        }
      }
      if (bestEpoch > 0 && bestEpoch < last) {
        graph.takeBest();
      }
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
          requireFinite(loss, epoch, step);
          sum += (double) loss * next.examples();
          examples += next.examples();
        }
        progress.advance(1);
      }
      return sum / examples;
    }
  }

  private Prepared prepare(Batch batch, long step) {
    return batch == null ? null : new Prepared(graph.feeds(batch, step), batch.examples());
  }

  private void requireFinite(float loss, int epoch, long step) {
    if (!Float.isFinite(loss)) {
      throw new DivergedException(
          "the loss is %s at step %d, in epoch %d; %s"
              .formatted(loss, step, epoch, graph.firstNotFinite()));
    }
  }
}
