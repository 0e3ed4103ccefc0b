package org.trellisrec.recommenders.branch;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.trellisrec.config.Params;
import org.trellisrec.data.TrainingData;
import org.trellisrec.recommenders.NetworkContract;
import org.trellisrec.recommenders.TinyData;
import org.trellisrec.spi.InputException;
import org.trellisrec.tensorflow.training.NetworkRecommender;
import org.trellisrec.testkit.FakeFitContext;

class DeepMfTest extends NetworkContract {
  @Override
  protected NetworkRecommender recommender() {
    return deepMf(
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
            "mean"));
  }

  private static DeepMf deepMf(Map<String, Object> params) {
    return new DeepMf(Params.of(DeepMf.Params.class, params));
  }

  /** Only the labels of bce are shares of the greatest rating. */
  @Test
  void ratingsBelowZeroAreProfilesButNoLabels() {
    double no = Double.NaN;
    TrainingData data = TinyData.training(new double[][] {{-1, 0.5, no}, {no, no, -0.5}});
    Map<String, Object> bpr = Map.of("profiles", "ratings", "loss", "bpr", "epochs", 1);
    Map<String, Object> bce = Map.of("profiles", "ratings", "loss", "bce", "epochs", 1);
    assertThatCode(() -> deepMf(bpr).fit(data, new FakeFitContext(1)).close())
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> deepMf(bce).fit(data, new FakeFitContext(1)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("divided by the largest");
  }

  @Test
  void thereAreNoRowsToUpdateLazily() {
    assertThatThrownBy(() -> deepMf(Map.of("embedding_updates", "lazy")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("has no table of embeddings, but projects profiles; remove the key");
  }
}
