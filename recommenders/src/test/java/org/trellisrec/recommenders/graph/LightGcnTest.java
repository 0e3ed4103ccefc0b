package org.trellisrec.recommenders.graph;

import java.util.Map;
import org.trellisrec.config.Params;
import org.trellisrec.recommenders.NetworkContract;
import org.trellisrec.tensorflow.training.NetworkRecommender;

class LightGcnTest extends NetworkContract {
  @Override
  protected NetworkRecommender recommender() {
    return new LightGcn(
        Params.of(
            LightGcn.Params.class,
            Map.of("epochs", 30, "batch_size", 512, "learning_rate", 0.01, "embedding_size", 16)));
  }
}
