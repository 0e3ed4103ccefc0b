package org.trellisrec.recommenders.popularity;

import org.trellisrec.spi.Recommender;
import org.trellisrec.testkit.RecommenderContract;

class RandomRecommenderTest extends RecommenderContract {
  @Override
  protected Recommender recommender() {
    return new RandomRecommender(new RandomRecommender.Params(null));
  }

  @Override
  protected boolean learns() {
    return false;
  }

  @Override
  protected boolean scoresColdUsers() {
    return true;
  }

  @Override
  protected boolean scoresColdItems() {
    return true;
  }
}
