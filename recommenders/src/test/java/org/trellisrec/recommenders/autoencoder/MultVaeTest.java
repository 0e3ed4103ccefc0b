package org.trellisrec.recommenders.autoencoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.trellisrec.config.Params;
import org.trellisrec.recommenders.NetworkContract;
import org.trellisrec.spi.InputException;
import org.trellisrec.tensorflow.training.NetworkRecommender;

class MultVaeTest extends NetworkContract {
  private static MultVae.Params params(Map<String, Object> values) {
    return Params.of(MultVae.Params.class, values);
  }

  @Override
  protected NetworkRecommender recommender() {
    return recommender("float32");
  }

  private static NetworkRecommender recommender(String precision) {
    return new MultVae(
        params(
            Map.of(
                "epochs",
                40,
                "batch_size",
                50,
                "learning_rate",
                0.005,
                "hidden_layers",
                List.of(32),
                "latent_size",
                8,
                "anneal_steps",
                500,
                "precision",
                precision)));
  }

  @Nested
  class Rounded extends NetworkContract {
    @Override
    protected NetworkRecommender recommender() {
      return MultVaeTest.recommender("bfloat16");
    }

    @Override
    protected boolean needsNegatives() {
      return false;
    }
  }

  /** What a user lacks is no negative that would be drawn. */
  @Override
  protected boolean needsNegatives() {
    return false;
  }

  @Test
  void dropoutIsReadAsElliotWritesIt() {
    assertThat(params(Map.of("dropout_pkeep", 0.8)).hiddenShare()).isEqualTo(0.2, offset(1e-9));
    assertThat(params(Map.of("dropout", 0.3)).hiddenShare()).isEqualTo(0.3);
    assertThat(params(Map.of()).hiddenShare()).isEqualTo(0.5);
    assertThat(params(Map.of("dropout_pkeep", 1e-20)).hiddenShare())
        .isLessThan(1)
        .isGreaterThan(0.9);
  }

  @Test
  void bothKeysOfDropoutAreRefused() {
    assertThatThrownBy(() -> params(Map.of("dropout", 0.3, "dropout_pkeep", 0.7)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("dropout_pkeep");
  }
}
