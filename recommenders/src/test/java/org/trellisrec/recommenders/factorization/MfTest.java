package org.trellisrec.recommenders.factorization;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.trellisrec.config.Params;
import org.trellisrec.recommenders.NetworkContract;
import org.trellisrec.spi.InputException;
import org.trellisrec.tensorflow.training.NetworkRecommender;

class MfTest extends NetworkContract {
  @Override
  protected NetworkRecommender recommender() {
    return new Mf(
        Params.of(
            Mf.Params.class,
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
  void nothingToTellApartIsRefused() {
    assertThatThrownBy(() -> Params.of(Mf.Params.class, Map.of("negatives", 0)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("targets: ratings");
  }
}
