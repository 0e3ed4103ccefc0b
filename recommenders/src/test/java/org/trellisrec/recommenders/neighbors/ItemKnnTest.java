package org.trellisrec.recommenders.neighbors;

import org.trellisrec.spi.Recommender;
import org.trellisrec.testkit.RecommenderContract;

class ItemKnnTest extends RecommenderContract {
  @Override
  protected Recommender recommender() {
    return new ItemKnn(NeighborDefaults.with(20, Similarity.COSINE, Implementation.TEXTBOOK, 0));
  }
}
