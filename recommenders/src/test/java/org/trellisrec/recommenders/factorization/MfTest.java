package org.trellisrec.recommenders.factorization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.trellisrec.config.Params;
import org.trellisrec.data.TrainingData;
import org.trellisrec.recommenders.NetworkContract;
import org.trellisrec.recommenders.TinyData;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.Model;
import org.trellisrec.tensorflow.training.NetworkRecommender;
import org.trellisrec.testkit.FakeFitContext;

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

  /** Nobody lacks an item, and ratings are all there is to learn. */
  @Test
  void ratingsOfUsersWithAllItemsAreFitted() {
    double[][] ratings = {{1, 5}, {5, 1}};
    TrainingData data = TinyData.training(ratings);
    Map<String, Object> values =
        Map.of(
            "negatives",
            0,
            "targets",
            "ratings",
            "loss",
            "mse",
            "epochs",
            200,
            "learning_rate",
            0.05,
            "embedding_size",
            4);
    FakeFitContext context = new FakeFitContext(1);
    try (Model model = new Mf(Params.of(Mf.Params.class, values)).fit(data, context)) {
      float[][] scores = TinyData.scores(model, data.interactions());
      assertThat(scores[0]).containsExactly(new float[] {1, 5}, offset(0.1f));
      assertThat(scores[1]).containsExactly(new float[] {5, 1}, offset(0.1f));
    }
    assertThat(context.notes()).isEmpty();
  }

  @Test
  void usersWithoutNegativesAreNoted() {
    TrainingData data = TinyData.training(new double[][] {{1, 1}, {1, Double.NaN}});
    FakeFitContext context = new FakeFitContext(1);
    recommender().fit(data, context).close();
    assertThat(context.notes())
        .singleElement(STRING)
        .startsWith("left out of training: 2 of 3 interactions, of 1 of 2 users; these users have");
  }

  @Test
  void nothingToTellApartIsRefused() {
    assertThatThrownBy(() -> Params.of(Mf.Params.class, Map.of("negatives", 0)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("targets: ratings");
  }
}
