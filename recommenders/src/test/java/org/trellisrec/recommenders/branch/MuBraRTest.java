package org.trellisrec.recommenders.branch;

import java.util.List;
import java.util.Map;
import org.trellisrec.config.Params;
import org.trellisrec.recommenders.NetworkContract;
import org.trellisrec.tensorflow.training.NetworkRecommender;

class MuBraRTest extends NetworkContract {
  @Override
  protected NetworkRecommender recommender() {
    return new MuBraR(
        Params.of(
            MuBraR.Params.class,
            Map.of(
                "epochs",
                10,
                "batch_size",
                64,
                "learning_rate",
                3e-3,
                "embedding_size",
                16,
                "projection_size",
                32,
                "hidden_layers",
                List.of(32),
                "item_modalities",
                List.of("interactions", "genres"))));
  }

  @Override
  protected boolean scoresColdItems() {
    return true;
  }

  @Override
  protected boolean usesModalities() {
    return true;
  }
}
