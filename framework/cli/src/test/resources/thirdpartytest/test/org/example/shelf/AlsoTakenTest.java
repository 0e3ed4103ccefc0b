package org.example.shelf;

import java.util.Map;
import org.trellisrec.config.Params;
import org.trellisrec.spi.Recommender;
import org.trellisrec.testkit.RecommenderContract;

class AlsoTakenTest extends RecommenderContract {
  @Override
  protected Recommender recommender() {
    return new AlsoTaken(Params.of(AlsoTaken.Params.class, Map.of("damping", 0.5)));
  }
}
