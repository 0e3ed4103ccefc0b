package org.trellisrec.recommenders.factorization;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.trellisrec.config.Params;
import org.trellisrec.recommenders.NetworkContract;
import org.trellisrec.spi.InputException;
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

  @Test
  void whatWouldRoundNothingIsRefused() {
    assertThatThrownBy(() -> Params.of(BprMf.Params.class, Map.of("precision", "bfloat16")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("nothing in the training of this model would be rounded; remove");
  }
}
