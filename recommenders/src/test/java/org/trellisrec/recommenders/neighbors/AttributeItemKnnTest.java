package org.trellisrec.recommenders.neighbors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.Model;
import org.trellisrec.spi.Recommender;
import org.trellisrec.spi.UserBlock;
import org.trellisrec.testkit.FakeFitContext;
import org.trellisrec.testkit.PlantedData;
import org.trellisrec.testkit.RecommenderContract;

class AttributeItemKnnTest extends RecommenderContract {
  private static final Modality GENRES =
      new Modality.MultiHot(List.of("a", "b", "c"), new int[][] {{0, 1}, {0}, {2}, {0, 1}, {}});
  private static final Modality VECTOR =
      new Modality.Dense(2, new float[][] {{3, 4}, null, {0, 2}, {5, 0}, null});

  private static AttributeItemKnn with(Map<String, Object> params) {
    return new AttributeItemKnn(Params.of(AttributeParams.class, params));
  }

  @Override
  protected Recommender recommender() {
    return with(Map.of("neighbors", 30));
  }

  @Override
  protected boolean scoresColdItems() {
    return true;
  }

  @Override
  protected boolean usesModalities() {
    return true;
  }

  /** Items p q r are in training, s is cold, t is described by nothing. */
  private static TrainingData small(Map<String, Modality> modalities) {
    Vocabulary users = Vocabulary.of(List.of("u", "v"));
    Vocabulary items = Vocabulary.of(List.of("p", "q", "r", "s", "t"));
    Interactions train =
        Interactions.of(
            2, 5, new int[] {0, 0, 1, 1}, new int[] {0, 2, 1, 4}, new float[] {2, 1, 1, 1}, null);
    Dataset data = new Dataset("small", users, items, train);
    return new TrainingData(data.withSide(new SideInformation(Map.of(), modalities)), train);
  }

  private static float[][] scores(Map<String, Object> params, Map<String, Modality> modalities) {
    TrainingData data = small(modalities);
    try (Model model = with(params).fit(data, new FakeFitContext(1))) {
      return PlantedData.scores(model, new UserBlock(new int[] {0, 1}, data.interactions()));
    }
  }

  /** Cosines of labels: p and s 1, p and q 1/sqrt(2), q and s 1/sqrt(2), all others 0. */
  @Test
  void sumsSimilaritiesWithWhatAUserHas() {
    float[][] scores = scores(Map.of(), Map.of("genres", GENRES));
    float half = (float) Math.sqrt(.5);
    assertThat(scores[0])
        .containsExactly(new float[] {0, 2 * half, 0, 2, Float.NaN}, offset(1e-6f));
    assertThat(scores[1]).containsExactly(new float[] {half, 0, 0, half, Float.NaN}, offset(1e-6f));
  }

  @Test
  void onlyTheNearestCount() {
    float[][] scores = scores(Map.of("neighbors", 1, "binarize", true), Map.of("genres", GENRES));
    assertThat(scores[0][3]).as("p is nearer to s than q").isEqualTo(1f);
    assertThat(scores[1][3]).isZero();
  }

  /**
   * Modalities count the same whatever their lengths: s has (1 1)/sqrt(2) of the labels and (1 0)
   * of the vector, p the same and (.6 .8): the cosine is (1 + .6) / 2. Of q the labels alone are
   * known, (1 0 0): 1/sqrt(2) over 1 and sqrt(2).
   */
  @Test
  void modalitiesCountTheSame() {
    float[][] scores = scores(Map.of(), Map.of("genres", GENRES, "vector", VECTOR));
    assertThat(scores[0][3]).isEqualTo(2 * .8f, offset(1e-6f));
    assertThat(scores[1][3]).isEqualTo(.5f, offset(1e-6f));
  }

  /** Of p q r, two have a, one b and one c: s weighs a by ln 1.5 and b by ln 3, like p. */
  @Test
  void rareLabelsCountMoreByTfIdf() {
    float[][] scores = scores(Map.of("profile", "tfidf"), Map.of("genres", GENRES));
    double a = Math.log(1.5);
    double b = Math.log(3);
    assertThat(scores[0][3]).isEqualTo(2f, offset(1e-6f));
    assertThat(scores[1][3]).isEqualTo((float) (a / Math.hypot(a, b)), offset(1e-6f));
  }

  @Test
  void setsAreComparedByTheirLabels() {
    float[][] scores = scores(Map.of("similarity", "jaccard"), Map.of("genres", GENRES));
    assertThat(scores[1][3]).isEqualTo(.5f);
  }

  @Test
  void singleNumbersAreLeftOutOrRefused() {
    Modality year = new Modality.Dense(1, new float[][] {{1}, {2}, {3}, {4}, {5}});
    TrainingData data = small(Map.of("genres", GENRES, "year", year));
    FakeFitContext context = new FakeFitContext(1);
    with(Map.of()).fit(data, context).close();
    assertThat(context.notes())
        .containsExactly(
            "items.year is a single number, which has no direction to compare, and is left out");
    assertThatThrownBy(() -> with(Map.of("modalities", List.of("year"))).check(data.side()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("read it as a category");
    assertThatThrownBy(() -> with(Map.of()).check(small(Map.of("year", year)).side()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("no side information of items can be compared (year)");
  }

  @Test
  void whatCannotBeComparedIsRefused() {
    SideInformation side = small(Map.of("genres", GENRES, "vector", VECTOR)).side();
    assertThatThrownBy(() -> with(Map.of("similarity", "dice")).check(side))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("modality 'vector' of items has numbers");
    assertThatThrownBy(() -> with(Map.of("modalities", List.of("plot"))).check(side))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("no side information 'plot' of items");
    assertThatThrownBy(() -> with(Map.of()).check(SideInformation.NONE))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("needs side information of items");
    assertThatThrownBy(() -> with(Map.of("similarity", "jaccard", "profile", "tfidf")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("compares sets");
    assertThatThrownBy(() -> with(Map.of("similarity", "dot", "shrink", 1)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("the dot product");
  }
}
