package org.trellisrec.recommenders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.trellisrec.data.Interactions;
import org.trellisrec.spi.Model;
import org.trellisrec.spi.UserBlock;
import org.trellisrec.tensorflow.training.NetworkRecommender;
import org.trellisrec.testkit.FakeFitContext;
import org.trellisrec.testkit.PlantedData;
import org.trellisrec.testkit.RecommenderContract;
import org.trellisrec.testkit.RestorableContract;
import org.trellisrec.testkit.ResumableContract;

/** What every network promises: to be a recommender, to go on after an interruption, to be kept. */
public abstract class NetworkContract extends RecommenderContract {
  @Override
  protected abstract NetworkRecommender recommender();

  @Override
  protected boolean needsInteractions() {
    return true;
  }

  @Override
  protected boolean needsNegatives() {
    return true;
  }

  /** Matrix products add in another order for blocks of another size. */
  @Override
  protected double tolerance() {
    return 1e-3;
  }

  /** The weights that stand for such items are as random as at the start. */
  @Test
  void itemsThatNobodyWasTrainedOnTellNothingOfAUser() {
    PlantedData planted = data();
    UserBlock everyone = planted.everyone();
    try (Model model = recommender().fit(planted.training(), new FakeFitContext(1, 1))) {
      float[][] expected = PlantedData.scores(model, everyone);
      float[][] found =
          PlantedData.scores(
              model, new UserBlock(everyone.users(), withColdItem(planted, everyone.history())));
      for (int row = 0; row < found.length; row++) {
        assertThat(found[row]).containsExactly(expected[row], offset((float) tolerance()));
      }
    }
  }

  private static Interactions withColdItem(PlantedData planted, Interactions history) {
    int[] users = IntStream.range(0, history.rows()).toArray();
    int[] items = new int[users.length];
    Arrays.fill(items, planted.coldItem());
    return history.plus(
        Interactions.of(history.rows(), history.columns(), users, items, null, null));
  }

  @Nested
  class Interrupted extends ResumableContract {
    @Override
    protected NetworkRecommender recommender() {
      return NetworkContract.this.recommender();
    }
  }

  @Nested
  class Kept extends RestorableContract {
    @Override
    protected NetworkRecommender recommender() {
      return NetworkContract.this.recommender();
    }
  }
}
