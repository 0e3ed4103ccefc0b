package org.example.ccl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.trellisrec.config.Params;
import org.trellisrec.data.Dataset;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.TrainingData;
import org.trellisrec.data.Vocabulary;
import org.trellisrec.spi.Model;
import org.trellisrec.spi.UserBlock;
import org.trellisrec.tensorflow.training.NetworkRecommender;
import org.trellisrec.testkit.FakeFitContext;
import org.trellisrec.testkit.PlantedData;
import org.trellisrec.testkit.RecommenderContract;
import org.trellisrec.testkit.RestorableContract;
import org.trellisrec.testkit.ResumableContract;

class CosineContrastiveMfTest extends RecommenderContract {
  private static NetworkRecommender model(Map<String, Object> values) {
    return new CosineContrastiveMf(Params.of(CosineContrastiveMf.Params.class, values));
  }

  @Override
  protected NetworkRecommender recommender() {
    return model(
        Map.of(
            "embedding_size", 16,
            "negatives", 5,
            "margin", 0,
            "epochs", 30,
            "batch_size", 256,
            "learning_rate", 0.01));
  }

  @Override
  protected boolean needsNegatives() {
    return true;
  }

  /** Matrix products add in another order for blocks of another size. */
  @Override
  protected double tolerance() {
    return 1e-3;
  }

  @Nested
  class Interrupted extends ResumableContract {
    @Override
    protected NetworkRecommender recommender() {
      return CosineContrastiveMfTest.this.recommender();
    }
  }

  @Nested
  class Kept extends RestorableContract {
    @Override
    protected NetworkRecommender recommender() {
      return CosineContrastiveMfTest.this.recommender();
    }
  }

  /** User n has both items but number n, which therefore is the only negative. */
  private static TrainingData triangle() {
    Interactions train =
        Interactions.of(
            3, 3, new int[] {0, 0, 1, 1, 2, 2}, new int[] {1, 2, 0, 2, 0, 1}, null, null);
    Vocabulary ids = Vocabulary.of(List.of("a", "b", "c"));
    return new TrainingData(new Dataset("triangle", ids, ids, train), train);
  }

  /** At a vanishing learning rate the model scores as it did when the loss was taken. */
  @Test
  void theLossIsThatOfThePaper() {
    double margin = -0.2;
    double weight = 3;
    FakeFitContext context = new FakeFitContext(1);
    Map<String, Object> values =
        Map.of(
            "margin", margin,
            "negative_weight", weight,
            "negatives", 4,
            "epochs", 1,
            "learning_rate", 1e-9);
    TrainingData data = triangle();
    try (Model model = model(values).fit(data, context)) {
      UserBlock everyone = new UserBlock(new int[] {0, 1, 2}, data.interactions());
      float[][] s = PlantedData.scores(model, everyone);
      double sum = 0;
      for (int user = 0; user < 3; user++) {
        for (int item = 0; item < 3; item++) {
          if (item != user) {
            sum += 1 - s[user][item] + weight * Math.max(0, s[user][user] - margin);
          }
        }
      }
      assertThat(context.losses().get(0)).isCloseTo(sum / 6, within(1e-5));
    }
  }
}
