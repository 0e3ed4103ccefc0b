package org.trellisrec.recommenders.factorization;

import java.util.Map;
import org.trellisrec.config.Params;
import org.trellisrec.spi.Recommender;
import org.trellisrec.testkit.RecommenderContract;

class BprMfTest extends RecommenderContract {
  @Override
  protected Recommender recommender() {
    return new BprMf(
        Params.of(
            BprMf.Params.class,
            Map.of(
                "epochs",
                30,
                "batch_size",
                256,
                "learning_rate",
                0.01,
                "embedding_size",
                16,
                "weight_decay",
                1e-4)));
  }

  @Override
  protected double tolerance() {
    return 1e-3;
  }
}
