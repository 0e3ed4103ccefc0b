package org.trellisrec.recommenders.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.ItemSet;
import org.trellisrec.data.TrainingData;
import org.trellisrec.recommenders.TinyData;
import org.trellisrec.spi.Model;
import org.trellisrec.spi.Seed;
import org.trellisrec.tensorflow.batch.Batch;
import org.trellisrec.tensorflow.batch.BatchSource;
import org.trellisrec.tensorflow.training.NetworkRecommender;
import org.trellisrec.testkit.FakeFitContext;

/**
 * A network and its twin go together: the same losses in the first ten steps, gradients and
 * optimiser included, and the same scores after them.
 */
public abstract class TwinContract {
  private static final long SEED = 5;
  private static final int STEPS = 10;
  private static final double LOSS_SHARE = 2e-5;
  private static final float SCORE_DISTANCE = 5e-4f;

  private final double[][] ratings = TinyData.random(2, 9, 8, false);

  /**
   * The data, with ratings; the last user and the last item are cold. With side information, see
   * {@link TinyData#described}.
   */
  protected final TrainingData data() {
    return usesModalities() ? TinyData.described(ratings) : TinyData.training(ratings);
  }

  /** True if the data are to have side information. */
  protected boolean usesModalities() {
    return false;
  }

  /** True if the cold user is scored. */
  protected boolean scoresColdUsers() {
    return false;
  }

  /** True if the cold item is scored. */
  protected boolean scoresColdItems() {
    return false;
  }

  /** A recipe with ten epochs of one batch each. */
  protected abstract NetworkRecommender recommender();

  /** Its twin. */
  protected abstract Twin twin();

  private record Trained(Twin twin, List<Double> losses, Weights weights) {
    double[][] scores() {
      return twin.scores(weights);
    }
  }

  private Trained trainTwin() {
    NetworkRecommender recommender = recommender();
    Twin twin = twin();
    Seed seed = new Seed(SEED);
    Weights weights = Weights.initial(recommender, data(), seed);
    BatchSource batches = recommender.batches(data(), seed.derive("batches"));
    TwinOptimizer optimizer = new TwinOptimizer(recommender.training().optimizer(), weights);
    List<Double> losses = new ArrayList<>();
    assertThat(batches.batches()).as("batches of an epoch").isEqualTo(1);
    for (int step = 1; step <= STEPS; step++) {
      Batch batch = batches.epoch(step).next();
      int number = step;
      losses.add(twin.loss(weights, batch, number));
      optimizer.step(weights, w -> twin.loss(w, batch, number));
    }
    return new Trained(twin, losses, weights);
  }

  /** The contract. */
  @Test
  public final void agreesWithItsTwin() {
    Trained expected = trainTwin();
    FakeFitContext context = new FakeFitContext(SEED).improvingUntil(STEPS);
    try (Model model = recommender().fit(data(), context)) {
      List<Double> losses = context.losses();
      assertThat(losses).hasSize(STEPS);
      for (int step = 0; step < STEPS; step++) {
        double loss = expected.losses().get(step);
        assertThat(losses.get(step))
            .as("loss of step %d", step + 1)
            .isCloseTo(loss, within(LOSS_SHARE * Math.abs(loss)));
      }
      assertThat(losses.get(STEPS - 1)).as("it learns").isNotCloseTo(losses.get(0), offset(1e-3));
      compare(TinyData.scores(model, data().interactions()), expected.scores());
    }
  }

  private long scoredPairs() {
    Interactions train = data().interactions();
    long warm = IntStream.range(0, train.rows()).filter(user -> train.count(user) > 0).count();
    long users = scoresColdUsers() ? train.rows() : warm;
    return users * (scoresColdItems() ? train.columns() : ItemSet.occurringIn(train).size());
  }

  private void compare(float[][] found, double[][] expected) {
    long compared = 0;
    for (int user = 0; user < found.length; user++) {
      for (int item = 0; item < found[user].length; item++) {
        if (!Float.isNaN(found[user][item])) {
          compared++;
          assertThat(found[user][item])
              .as("score of user %d and item %d", user, item)
              .isCloseTo((float) expected[user][item], offset(SCORE_DISTANCE));
        }
      }
    }
    assertThat(compared).as("number of scores").isEqualTo(scoredPairs());
  }
}
