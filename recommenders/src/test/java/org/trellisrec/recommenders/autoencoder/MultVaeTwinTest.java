package org.trellisrec.recommenders.autoencoder;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.trellisrec.config.Params;
import org.trellisrec.data.Interactions;
import org.trellisrec.recommenders.twin.Draws;
import org.trellisrec.recommenders.twin.Twin;
import org.trellisrec.recommenders.twin.TwinContract;
import org.trellisrec.recommenders.twin.Vectors;
import org.trellisrec.recommenders.twin.Weights;
import org.trellisrec.tensorflow.batch.Batch;
import org.trellisrec.tensorflow.training.NetworkRecommender;

/** With dropout, noise and annealing: the twin is given the same draws. */
class MultVaeTwinTest extends TwinContract {
  private static final double DROPOUT = 0.4;
  private static final double CAP = 0.2;
  private static final int ANNEALING = 30;
  private static final int CODE = 2;
  private static final double NOISE = 0.7;

  @Override
  protected NetworkRecommender recommender() {
    return new MultVae(
        Params.of(
            MultVae.Params.class,
            Map.of(
                "epochs",
                10,
                "hidden_layers",
                List.of(5, 4),
                "latent_size",
                CODE,
                "dropout",
                DROPOUT,
                "noise_std",
                NOISE,
                "anneal_cap",
                CAP,
                "anneal_steps",
                ANNEALING,
                "learning_rate",
                0.02,
                "weight_decay",
                0.01)));
  }

  @Override
  protected Twin twin() {
    return new VaeTwin(data().interactions());
  }

  /** The random numbers of a step. */
  private record Noise(double[] kept, double[] normal) {
    static Noise of(Batch batch, int entries) {
      return new Noise(
          Draws.uniform(batch.seed(), 0, entries),
          Draws.normal(batch.seed(), 1, batch.users().length, CODE));
    }
  }

  private static final class VaeTwin implements Twin {
    private final Interactions train;
    private final Map<Long, Noise> drawn = new HashMap<>();

    VaeTwin(Interactions train) {
      this.train = train;
    }

    @Override
    public double loss(Weights weights, Batch batch, int step) {
      Noise noise = drawn.computeIfAbsent(batch.seed(), seed -> Noise.of(batch, train.size()));
      double beta = Math.min(CAP, (step - 1.0) / ANNEALING);
      double sum = 0;
      int entry = 0;
      for (int n = 0; n < batch.users().length; n++) {
        int user = batch.users()[n];
        double[] code = encode(weights, input(user, noise.kept(), entry));
        entry += train.count(user);
        double[] drawn = new double[CODE];
        for (int k = 0; k < CODE; k++) {
          double normal = NOISE * noise.normal()[n * CODE + k];
          drawn[k] = code[k] + Math.exp(code[CODE + k] / 2) * normal;
        }
        sum += unlikelihood(user, decode(weights, drawn)) + beta * divergence(code);
      }
      return sum / batch.users().length;
    }

    /** The scaled row of a user, with dropout for entries from {@code first} on. */
    private double[] input(int user, double[] draws, int first) {
      double[] row = new double[train.columns()];
      int[] items = train.columnsOf(user);
      for (int n = 0; n < items.length; n++) {
        boolean kept = draws == null || draws[first + n] >= DROPOUT;
        double scale = draws == null ? 1 : 1 / (1 - DROPOUT);
        row[items[n]] = kept ? scale / Math.sqrt(items.length) : 0;
      }
      return row;
    }

    private double unlikelihood(int user, double[] logits) {
      double total = Math.log(Arrays.stream(logits).map(Math::exp).sum());
      return IntStream.of(train.columnsOf(user)).mapToDouble(item -> total - logits[item]).sum();
    }

    private static double divergence(double[] code) {
      double sum = 0;
      for (int k = 0; k < CODE; k++) {
        double logVariance = code[CODE + k];
        sum += (code[k] * code[k] + Math.exp(logVariance) - 1 - logVariance) / 2;
      }
      return sum;
    }

    private static double[] encode(Weights weights, double[] row) {
      double[] first = tanh(layer(weights, "encoder/input", row));
      double[] second = tanh(layer(weights, "encoder/0", first));
      return layer(weights, "encoder/1", second);
    }

    private static double[] decode(Weights weights, double[] code) {
      double[] first = tanh(layer(weights, "decoder/0", code));
      double[] second = tanh(layer(weights, "decoder/1", first));
      double[][] items = weights.table("decoder/items");
      double[][] biases = weights.table("decoder/biases");
      return IntStream.range(0, items.length)
          .mapToDouble(item -> Vectors.dot(second, items[item]) + biases[item][0])
          .toArray();
    }

    private static double[] layer(Weights weights, String name, double[] x) {
      return Vectors.dense(x, weights.table(name + "/weights"), weights.vector(name + "/bias"));
    }

    private static double[] tanh(double[] x) {
      return Vectors.map(x, Math::tanh);
    }

    @Override
    public double[][] scores(Weights weights) {
      return IntStream.range(0, train.rows())
          .mapToObj(user -> encode(weights, input(user, null, 0)))
          .map(code -> decode(weights, Arrays.copyOf(code, CODE)))
          .toArray(double[][]::new);
    }
  }
}
