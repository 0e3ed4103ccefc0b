package org.trellisrec.recommenders.factorization;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.TrainingData;
import org.trellisrec.data.Workers;
import org.trellisrec.spi.DivergedException;
import org.trellisrec.spi.EpochDecision;
import org.trellisrec.spi.FitContext;
import org.trellisrec.spi.Model;
import org.trellisrec.spi.Progress;
import org.trellisrec.spi.Seed;
import org.trellisrec.tensorflow.batch.Negatives;
import org.trellisrec.tensorflow.batch.Positives;

/** The loop over epochs of {@link BprMfSgd}. */
final class BprSgdTraining {
  /**
   * Samples that are drawn before the first of them is used: draws then wait for memory together.
   */
  private static final int BLOCK = 256;

  private final BprMfSgd.Params params;
  private final FitContext context;
  private final Positives positives;
  private final Negatives negatives;
  private final int[] userOf;
  private final Factors factors;
  private final int threads;

  BprSgdTraining(BprMfSgd.Params params, TrainingData data, FitContext context) {
    Interactions train = data.interactions();
    this.params = params;
    this.context = context;
    this.positives = Positives.withNegatives(train);
    this.negatives = new Negatives(train);
    this.userOf = train.rowOfPositions();
    this.factors =
        Factors.random(
            train.rows(),
            train.columns(),
            params.embeddingSize(),
            params.initialDeviation(),
            context.seed().derive("initial").rng());
    this.threads = context.deterministic() ? 1 : context.threads();
  }

  /** Trains to the end, and returns the model of the best epoch. */
  Model run() {
    positives.leftOut().ifPresent(context::note);
    Factors best = factors;
    try (Progress progress = context.progress("training", params.epochs())) {
      boolean stop = false;
      for (int epoch = 1; epoch <= params.epochs() && !stop; epoch++) {
        double loss = epoch(epoch);
        requireFinite(factors.isFinite(), loss, epoch);
        EpochDecision decision = context.afterEpoch(epoch, loss, model(factors));
        if (decision.best()) {
          best = factors.copy();
        }
        stop = decision.stop();
        progress.advance(1);
      }
    }
    return model(best);
  }

  private FactorModel model(Factors learned) {
    return new FactorModel(learned, positives.train());
  }

  /** Visits every position once; returns the mean loss. */
  private double epoch(int epoch) {
    Seed seed = context.seed().derive("epoch-" + epoch);
    int[] positions = params.sampler().positions(positives, seed.rng());
    double[] losses = new double[threads];
    Workers.run(
        threads,
        IntStream.range(0, threads)
            .<Runnable>mapToObj(
                part ->
                    () -> losses[part] = new Visit(share(positions, part), seed, part).run(epoch))
            .toList());
    return Arrays.stream(losses).sum() / positions.length;
  }

  private int[] share(int[] positions, int part) {
    long size = positions.length;
    return Arrays.copyOfRange(
        positions, (int) (size * part / threads), (int) (size * (part + 1) / threads));
  }

  private void requireFinite(boolean finite, double loss, int epoch) {
    if (!finite) {
      throw new DivergedException(
          "the loss is %s in epoch %d; %s; the training has diverged, so try a lower learning_rate"
              .formatted(loss, epoch, factors.largest()));
    }
  }

  /** What one thread does in an epoch. */
  private final class Visit {
    private final int[] positions;
    private final UniformRandomProvider random;
    private final BprStep step = new BprStep(factors, params);
    private final int[] users = new int[BLOCK];
    private final int[] drawn = new int[BLOCK];

    Visit(int[] positions, Seed seed, int part) {
      this.positions = positions;
      this.random = seed.derive("negatives-" + part).rng();
    }

    /** Returns the sum of the losses. */
    double run(int epoch) {
      for (int from = 0; from < positions.length; from += BLOCK) {
        block(from, Math.min(BLOCK, positions.length - from));
        requireFinite(Double.isFinite(step.loss()), step.loss(), epoch);
      }
      return step.loss();
    }

    /**
     * A method of its own, because the JIT compiler compiles what is called often as a whole. Of a
     * loop that is called once an epoch it makes a version for each place where it may be entered
     * halfway, of which some take half as long again.
     */
    private void block(int from, int count) {
      for (int n = 0; n < count; n++) {
        users[n] = userOf[positions[from + n]];
        drawn[n] = negatives.draw(users[n], random);
      }
      for (int n = 0; n < count; n++) {
        step.update(users[n], positives.train().column(positions[from + n]), drawn[n]);
      }
    }
  }
}
