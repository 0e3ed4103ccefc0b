package org.trellisrec.recommenders.graph;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.trellisrec.config.Params;
import org.trellisrec.recommenders.NetworkContract;
import org.trellisrec.spi.InputException;
import org.trellisrec.tensorflow.training.NetworkRecommender;

class LightGcnTest extends NetworkContract {
  @Override
  protected NetworkRecommender recommender() {
    return new LightGcn(
        Params.of(
            LightGcn.Params.class,
            Map.of("epochs", 30, "batch_size", 512, "learning_rate", 0.01, "embedding_size", 16)));
  }

  @Test
  void lazyUpdatesAreRefusedBeforeAnythingIsTrained() {
    assertThatThrownBy(() -> Params.of(LightGcn.Params.class, Map.of("embedding_updates", "lazy")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("set it to dense");
  }
}
