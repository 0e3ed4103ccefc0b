package org.trellisrec.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trellisrec.data.Dataset;
import org.trellisrec.data.EntitySide;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.ItemSet;
import org.trellisrec.data.Modality;
import org.trellisrec.data.SideInformation;
import org.trellisrec.data.TrainingData;
import org.trellisrec.data.Vocabulary;
import org.trellisrec.data.Workers;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.Model;
import org.trellisrec.spi.Recommender;
import org.trellisrec.spi.UserBlock;

/**
 * What every recommender promises. Extend it in a test class, give the recipe, and say where it
 * differs from the ordinary collaborative model:
 *
 * <pre>{@code
 * class MyModelTest extends RecommenderContract {
 *   @Override
 *   protected Recommender recommender() {
 *     return new MyModel(new MyModel.Params(16, 0.01));
 *   }
 * }
 * }</pre>
 *
 * The tests run on a small set of planted data; a recipe should be one that learns it in seconds.
 */
public abstract class RecommenderContract {
  private static final long SEED = 7;
  private PlantedData data;

  /** The recipe under test; a new one for every call is fine. */
  protected abstract Recommender recommender();

  /** False if the model does not learn anything that helps to rank, like Random. */
  protected boolean learns() {
    return true;
  }

  /** False if the model gives everyone the same ranking, so that it cannot beat popularity. */
  protected boolean personalises() {
    return true;
  }

  /** True if users without any interaction are scored, for instance from side information. */
  protected boolean scoresColdUsers() {
    return false;
  }

  /** True if items without any training interaction are scored. */
  protected boolean scoresColdItems() {
    return false;
  }

  /** True if the model scores from side information. */
  protected boolean usesModalities() {
    return false;
  }

  /**
   * True if training data without any interaction are refused; by default where negatives are
   * sampled, which there is no positive for.
   */
  protected boolean needsInteractions() {
    return needsNegatives();
  }

  /**
   * True if training data are refused in which every user has all items that occur, as they are
   * where negatives are sampled.
   */
  protected boolean needsNegatives() {
    return false;
  }

  /**
   * How far two scores that should be equal may lie apart; 0 unless native code adds in another
   * order for another block or number of threads.
   */
  protected double tolerance() {
    return 0;
  }

  /** The data that the contract is tested on. */
  protected PlantedData data() {
    return PlantedData.of(150, 90, 4500, SEED);
  }

  /** Makes the data; they are not shared between tests. */
  @BeforeEach
  protected final void makeData() {
    data = data();
  }

  private Model fit(TrainingData training, int threads) {
    return recommender().fit(training, new FakeFitContext(SEED, threads));
  }

  @Test
  void sameSeedGivesTheSameScores() {
    try (Model first = fit(data.training(), 1);
        Model second = fit(data.training(), 1)) {
      assertThat(Arrays.deepEquals(scores(second), scores(first))).as("equal bit by bit").isTrue();
    }
  }

  @Test
  void numberOfThreadsDoesNotMatter() {
    try (Model one = fit(data.training(), 1);
        Model three = fit(data.training(), 3)) {
      assertSame(scores(three), scores(one));
    }
  }

  @Test
  void blocksDoNotMatter() {
    try (Model model = fit(data.training(), 1)) {
      UserBlock everyone = data.everyone();
      float[][] expected = scores(model);
      for (int size : new int[] {1, 7}) {
        for (int from = everyone.size() - size; from >= 0; from -= size) {
          float[][] found = PlantedData.scores(model, everyone.slice(from, from + size));
          for (int row = 0; row < size; row++) {
            assertSame(found[row], expected[from + row]);
          }
        }
      }
    }
  }

  @Test
  void scoringByManyThreadsAtOnceIsSafe() {
    try (Model model = fit(data.training(), 1)) {
      float[][] expected = scores(model);
      List<Runnable> tasks = new ArrayList<>();
      for (int repeat = 0; repeat < 8; repeat++) {
        tasks.add(() -> assertSame(scores(model), expected));
      }
      Workers.run(4, tasks);
    }
  }

  @Test
  void scoresAreFiniteOrNaN() {
    try (Model model = fit(data.training(), 1)) {
      for (float[] row : scores(model)) {
        for (float score : row) {
          assertThat(score).matches(s -> !Float.isInfinite(s), "finite or NaN");
        }
      }
    }
  }

  @Test
  void everyTrainedUserIsScored() {
    try (Model model = fit(data.training(), 1)) {
      float[][] scores = scores(model);
      for (int user = 0; user < scores.length; user++) {
        if (data.training().interactions().count(user) > 0) {
          assertThat(finite(scores[user])).as("scores of user %d", user).isPositive();
        }
      }
    }
  }

  @Test
  void coldUsersAreScoredOnlyIfDeclared() {
    try (Model model = fit(data.training(), 1)) {
      float[] row = scores(model)[data.coldUser()];
      assertThat(finite(row) > 0).as("the cold user is scored").isEqualTo(scoresColdUsers());
    }
  }

  @Test
  void coldItemsAreScoredOnlyIfDeclared() {
    try (Model model = fit(data.training(), 1)) {
      int scored = 0;
      for (float[] row : scores(model)) {
        scored += Float.isNaN(row[data.coldItem()]) ? 0 : 1;
      }
      assertThat(scored > 0).as("the cold item is scored").isEqualTo(scoresColdItems());
    }
  }

  /** A view leaves out what is hidden; the model itself stays as it is. */
  @Test
  void hiddenModalitiesAreNotUsed() {
    try (Model model = fit(data.training(), 1)) {
      Model view = model.seeing(data.nothingVisible());
      assertThat(view != model).as("side information is used").isEqualTo(usesModalities());
      if (usesModalities()) {
        float[][] before = scores(model);
        for (float[] row : PlantedData.scores(view, data.everyone())) {
          assertThat(finite(row)).as("scores from nothing").isZero();
        }
        view.close();
        assertSame(scores(model), before);
      }
    }
  }

  @Test
  void aModalityThatIsSaidToBeOfNoUseMakesNoDifference() {
    assumeTrue(usesModalities(), "this recommender uses no side information");
    try (Model model = fit(data.training(), 1)) {
      float[][] before = scores(model);
      for (EntitySide side : EntitySide.values()) {
        for (String modality : data.modalities(side)) {
          if (!model.uses(side, modality)) {
            try (Model view = model.seeing(data.without(side, modality))) {
              assertSame(PlantedData.scores(view, data.everyone()), before);
            }
          }
        }
      }
    }
  }

  /** What is hidden of one user and one item is of no account for others. */
  @Test
  void hidingIsAMatterOfOneEntity() {
    assumeTrue(usesModalities(), "this recommender uses no side information");
    try (Model model = fit(data.training(), 1);
        Model view = model.seeing(data.firstDescribedByNothing())) {
      float[][] before = scores(model);
      float[][] after = PlantedData.scores(view, data.everyone());
      boolean changed = !Arrays.equals(before[0], after[0]);
      for (int user = 1; user < before.length; user++) {
        changed |= before[user][0] != after[user][0];
        assertSame(
            Arrays.copyOfRange(after[user], 1, after[user].length),
            Arrays.copyOfRange(before[user], 1, before[user].length));
      }
      assertThat(changed).as("hiding makes a difference").isTrue();
    }
  }

  @Test
  void trainingDataStayAsTheyAre() {
    String before = snapshot(data.training().interactions());
    try (Model model = fit(data.training(), 1)) {
      scores(model);
    }
    assertThat(snapshot(data.training().interactions())).isEqualTo(before);
  }

  @Test
  void rankingBeatsChance() {
    assumeTrue(learns(), "this recommender does not learn");
    try (Model model = fit(data.training(), 2)) {
      assertThat(data.hits(model)).isGreaterThan(1.3 * data.hitsOfChance());
    }
  }

  @Test
  void rankingBeatsPopularity() {
    assumeTrue(learns() && personalises(), "this recommender does not personalise");
    try (Model model = fit(data.training(), 2)) {
      assertThat(data.hits(model)).isGreaterThan(1.05 * data.hitsOfPopularity());
    }
  }

  /**
   * Extreme shapes are learned from, or where the recipe declares it refused with a message that
   * says what is missing, interactions or negatives. Every second entity has the side information
   * of {@link #data()}.
   */
  @ParameterizedTest(name = "{0} users, {1} items, one in {2} pairs")
  @CsvSource({"1,1,1", "1,5,1", "5,1,1", "4,4,1", "6,6,3", "3,3,1000"})
  void extremeShapesAreHandled(int users, int items, int oneIn) {
    TrainingData training = regular(users, items, oneIn, data.training().side());
    if (isRefused(training.interactions())) {
      assertThatThrownBy(() -> fit(training, 2).close())
          .isInstanceOf(InputException.class)
          .hasMessageContaining(training.interactions().size() == 0 ? "interactions" : "negatives");
    } else {
      assertThatCode(() -> fitAndScore(training))
          .as("training data that are not declared as refused")
          .doesNotThrowAnyException();
    }
  }

  private boolean isRefused(Interactions train) {
    int items = ItemSet.occurringIn(train).size();
    boolean someoneLacks =
        IntStream.range(0, train.rows())
            .map(train::count)
            .anyMatch(count -> count > 0 && count < items);
    return train.size() == 0 ? needsInteractions() : needsNegatives() && !someoneLacks;
  }

  private float[][] fitAndScore(TrainingData training) {
    try (Model model = fit(training, 2)) {
      int[] all = IntStream.range(0, training.users().size()).toArray();
      return PlantedData.scores(model, new UserBlock(all, training.interactions()));
    }
  }

  /** A few interactions are enough to learn from, whoever lacks side information. */
  @ParameterizedTest(name = "{0} users, {1} items, one in {2} pairs")
  @CsvSource({"2,3,2", "5,4,3", "7,5,4"})
  void aFewInteractionsAreLearnedFrom(int users, int items, int oneIn) {
    TrainingData training = regular(users, items, oneIn, data.training().side());
    float[][] scores = fitAndScore(training);
    assertThat(Arrays.stream(scores).mapToInt(RecommenderContract::finite).sum()).isPositive();
  }

  private float[][] scores(Model model) {
    return PlantedData.scores(model, data.everyone());
  }

  private void assertSame(float[][] found, float[][] expected) {
    for (int row = 0; row < expected.length; row++) {
      assertSame(found[row], expected[row]);
    }
  }

  private void assertSame(float[] found, float[] expected) {
    if (tolerance() == 0) {
      assertThat(found).containsExactly(expected);
    } else {
      assertThat(found).containsExactly(expected, offset((float) tolerance()));
    }
  }

  private static int finite(float[] row) {
    int finite = 0;
    for (float score : row) {
      finite += Float.isFinite(score) ? 1 : 0;
    }
    return finite;
  }

  private static String snapshot(Interactions interactions) {
    StringBuilder text = new StringBuilder();
    for (int row = 0; row < interactions.rows(); row++) {
      for (int p = interactions.start(row); p < interactions.end(row); p++) {
        text.append(row)
            .append(' ')
            .append(interactions.column(p))
            .append(' ')
            .append(interactions.rating(p))
            .append('\n');
      }
    }
    return text.toString();
  }

  /** Every so-manieth pair, in reading order, has an interaction. */
  private static TrainingData regular(int users, int items, int oneIn, SideInformation known) {
    int[] cells = IntStream.range(0, users * items).filter(c -> (c + 1) % oneIn == 0).toArray();
    Interactions train =
        Interactions.of(
            users,
            items,
            IntStream.of(cells).map(c -> c / items).toArray(),
            IntStream.of(cells).map(c -> c % items).toArray(),
            null,
            null);
    SideInformation side =
        new SideInformation(some(known.users(), users), some(known.items(), items));
    return new TrainingData(new Dataset("regular", ids(users), ids(items), train, side), train);
  }

  /** The first entities of modalities, of which those with an even index lack them. */
  private static Map<String, Modality> some(Map<String, Modality> modalities, int entities) {
    int[] first = IntStream.range(0, entities).toArray();
    BitSet lacking = new BitSet();
    IntStream.of(first).filter(entity -> entity % 2 == 0).forEach(lacking::set);
    Map<String, Modality> some = new LinkedHashMap<>();
    modalities.forEach((name, known) -> some.put(name, known.select(first).without(lacking)));
    return some;
  }

  private static Vocabulary ids(int size) {
    return Vocabulary.of(IntStream.range(0, size).mapToObj(Integer::toString).toList());
  }
}
