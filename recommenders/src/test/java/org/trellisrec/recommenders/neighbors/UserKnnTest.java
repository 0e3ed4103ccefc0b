package org.trellisrec.recommenders.neighbors;

import org.trellisrec.spi.Recommender;
import org.trellisrec.testkit.RecommenderContract;

class UserKnnTest extends RecommenderContract {
  @Override
  protected Recommender recommender() {
    return new UserKnn(NeighborDefaults.with(20, Similarity.COSINE, Implementation.TEXTBOOK, 0));
  }
}
