package org.trellisrec.recommenders.neighbors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.trellisrec.config.Params;
import org.trellisrec.data.Dataset;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.Modality;
import org.trellisrec.data.SideInformation;
import org.trellisrec.data.TrainingData;
import org.trellisrec.data.Vocabulary;
import org.trellisrec.spi.Model;
import org.trellisrec.spi.Recommender;
import org.trellisrec.spi.UserBlock;
import org.trellisrec.testkit.FakeFitContext;
import org.trellisrec.testkit.PlantedData;
import org.trellisrec.testkit.RecommenderContract;

class AttributeUserKnnTest extends RecommenderContract {
  private static AttributeUserKnn with(Map<String, Object> params) {
    return new AttributeUserKnn(Params.of(AttributeParams.class, params));
  }

  @Override
  protected Recommender recommender() {
    return with(Map.of("neighbors", 15));
  }

  @Override
  protected boolean scoresColdUsers() {
    return true;
  }

  @Override
  protected boolean usesModalities() {
    return true;
  }

  /**
   * The cold user w is a student like u and a woman like v: cosines 1/2 each, as two of two
   * modalities would be 1. Nobody has item r.
   */
  @Test
  void sumsWhatUsersDescribedAlikeHave() {
    Vocabulary users = Vocabulary.of(List.of("u", "v", "w"));
    Vocabulary items = Vocabulary.of(List.of("p", "q", "r"));
    Interactions train =
        Interactions.of(
            3, 3, new int[] {0, 0, 1}, new int[] {0, 1, 1}, new float[] {3, 1, 5}, null);
    SideInformation side =
        new SideInformation(
            Map.of(
                "gender", new Modality.Categorical(List.of("f", "m"), new int[] {1, 0, 0}),
                "job", new Modality.Categorical(List.of("student", "nurse"), new int[] {0, 1, 0})),
            Map.of());
    TrainingData data =
        new TrainingData(new Dataset("small", users, items, train).withSide(side), train);
    try (Model model = with(Map.of()).fit(data, new FakeFitContext(1))) {
      float[][] scores = PlantedData.scores(model, new UserBlock(new int[] {0, 2}, train));
      assertThat(scores[0]).as("nobody is like u").containsExactly(0, 0, Float.NaN);
      assertThat(scores[1]).containsExactly(new float[] {1.5f, 3, Float.NaN}, offset(1e-6f));
    }
  }
}
