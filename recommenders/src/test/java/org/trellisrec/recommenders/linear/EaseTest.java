package org.trellisrec.recommenders.linear;

import org.trellisrec.spi.Recommender;
import org.trellisrec.testkit.RecommenderContract;

class EaseTest extends RecommenderContract {
  @Override
  protected Recommender recommender() {
    return new Ease(new Ease.Params(50, Diagonal.GRAM, true));
  }
}
