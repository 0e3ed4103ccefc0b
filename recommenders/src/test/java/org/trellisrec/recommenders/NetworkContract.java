package org.trellisrec.recommenders;

import org.junit.jupiter.api.Nested;
import org.trellisrec.tensorflow.training.NetworkRecommender;
import org.trellisrec.testkit.RecommenderContract;
import org.trellisrec.testkit.RestorableContract;
import org.trellisrec.testkit.ResumableContract;

/** What every network promises: to be a recommender, to go on after an interruption, to be kept. */
public abstract class NetworkContract extends RecommenderContract {
  @Override
  protected abstract NetworkRecommender recommender();

  /** Matrix products add in another order for blocks of another size. */
  @Override
  protected double tolerance() {
    return 1e-3;
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
