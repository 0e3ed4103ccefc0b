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

  /** All are described alike, and the first of them has p, the second q, the third r. */
  private static float[] scoresOfColdUser(Map<String, Object> params) {
    Vocabulary users = Vocabulary.of(List.of("a", "b", "c", "cold"));
    Vocabulary items = Vocabulary.of(List.of("p", "q", "r"));
    int[] each = {0, 1, 2};
    Interactions train = Interactions.of(4, 3, each, each, new float[] {2, 3, 5}, null);
    Modality job = new Modality.Categorical(List.of("nurse"), new int[] {0, 0, 0, 0});
    SideInformation side = new SideInformation(Map.of("job", job), Map.of());
    TrainingData data =
        new TrainingData(new Dataset("alike", users, items, train).withSide(side), train);
    try (Model model = with(params).fit(data, new FakeFitContext(1))) {
      return PlantedData.scores(model, new UserBlock(new int[] {3}, train))[0];
    }
  }

  @Test
  void onlyTheNearestCountAndOfEqualOnesTheFirst() {
    assertThat(scoresOfColdUser(Map.of())).containsExactly(2, 3, 5);
    assertThat(scoresOfColdUser(Map.of("neighbors", 2))).containsExactly(2, 3, 0);
    assertThat(scoresOfColdUser(Map.of("neighbors", 1, "binarize", true))).containsExactly(1, 0, 0);
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
