package org.trellisrec.recommenders.branch;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.trellisrec.config.Params;
import org.trellisrec.recommenders.NetworkContract;
import org.trellisrec.tensorflow.training.NetworkRecommender;

class CoBraRTest extends NetworkContract {
  @Override
  protected NetworkRecommender recommender() {
    return recommender("float32");
  }

  @Nested
  class Rounded extends NetworkContract {
    @Override
    protected NetworkRecommender recommender() {
      return CoBraRTest.recommender("bfloat16");
    }
  }

  private static NetworkRecommender recommender(String precision) {
    return new CoBraR(
        Params.of(
            CoBraR.Params.class,
            Map.of(
                "epochs",
                20,
                "batch_size",
                64,
                "learning_rate",
                3e-3,
                "embedding_size",
                16,
                "hidden_layers",
                List.of(32),
                "loss_reduction",
                "mean",
                "precision",
                precision)));
  }
}
