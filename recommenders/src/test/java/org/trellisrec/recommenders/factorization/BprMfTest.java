package org.trellisrec.recommenders.factorization;

import java.util.Map;
import org.trellisrec.config.Params;
import org.trellisrec.recommenders.NetworkContract;
import org.trellisrec.tensorflow.training.NetworkRecommender;

class BprMfTest extends NetworkContract {
  @Override
  protected NetworkRecommender recommender() {
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
}
