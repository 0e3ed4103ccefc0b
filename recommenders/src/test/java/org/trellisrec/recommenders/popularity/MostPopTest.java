package org.trellisrec.recommenders.popularity;

import org.trellisrec.spi.Recommender;
import org.trellisrec.testkit.RecommenderContract;

class MostPopTest extends RecommenderContract {
  @Override
  protected Recommender recommender() {
    return new MostPop();
  }

  @Override
  protected boolean personalises() {
    return false;
  }

  @Override
  protected boolean scoresColdUsers() {
    return true;
  }
}
