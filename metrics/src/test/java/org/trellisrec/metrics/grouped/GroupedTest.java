package org.trellisrec.metrics.grouped;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trellisrec.config.Params;
import org.trellisrec.data.Modality;
import org.trellisrec.evaluation.Evaluation;
import org.trellisrec.evaluation.Evaluator;
import org.trellisrec.evaluation.NamedMetric;
import org.trellisrec.metrics.StandardAndRecBole;
import org.trellisrec.metrics.accuracy.Auc;
import org.trellisrec.metrics.accuracy.GroupAuc;
import org.trellisrec.metrics.accuracy.Ndcg;
import org.trellisrec.metrics.accuracy.Recall;
import org.trellisrec.metrics.coverage.ItemCoverage;
import org.trellisrec.metrics.coverage.UserCoverage;
import org.trellisrec.metrics.novelty.ExtendedPopularityComplement;
import org.trellisrec.metrics.novelty.Relevance;
import org.trellisrec.metrics.novelty.RelevanceParams;
import org.trellisrec.spi.Convention;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.Metric;
import org.trellisrec.spi.RankedList;
import org.trellisrec.spi.SystemMetric;
import org.trellisrec.spi.TaskContext;
import org.trellisrec.spi.UserMetric;
import org.trellisrec.testkit.MetricContract;
import org.trellisrec.testkit.TinyEvaluation;

class GroupedTest extends MetricContract {

  @Override
  protected Metric metric() {
    return byFile("Recall", clusters(600));
  }

  @Override
  protected double largest(Convention convention) {
    return 1;
  }

  @Override
  protected double onEmptyList() {
    return 0;
  }

  @Override
  protected double onNoRelevantItem() {
    return Double.NaN;
  }

  @TempDir Path folder;

  private Path file(String name, String text) {
    try {
      return Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Three clusters that stay the same if ids are counted from the other end. */
  private Path clusters(int size) {
    StringBuilder text = new StringBuilder();
    for (int id = 0; id < size; id++) {
      text.append("%d\t%d\n".formatted(id, Math.min(id, size - 1 - id) % 3));
    }
    return file("clusters%d.tsv".formatted(size), text.toString());
  }

  private static Metric named(String name, Map<String, String> params) {
    return switch (name) {
      case "Recall" -> new Recall();
      case "AUC" -> new Auc();
      case "GAUC" -> new GroupAuc();
      case "UserCoverage" -> new UserCoverage();
      case "ExtendedEPC" ->
          new ExtendedPopularityComplement(new RelevanceParams(Relevance.DISCOUNTED));
      case "nDCG" -> new Ndcg(Params.of(Ndcg.Params.class, params));
      default -> new ItemCoverage(new ItemCoverage.Params(null));
    };
  }

  private static Metric byFile(String of, Path users) {
    return new Grouped(
        new Grouped.Params(of, Map.of(), "G", users, null, null, 4, null), GroupedTest::named);
  }

  private static Metric byActivity(String of) {
    return new Grouped(
        new Grouped.Params(of, Map.of(), "activity", null, null, null, 2, null),
        GroupedTest::named);
  }

  private static Metric byPopularity(String of, Grouped.Keep keep) {
    return new Grouped(
        new Grouped.Params(of, Map.of(), null, null, "popularity", null, 2, keep),
        GroupedTest::named);
  }

  /** User 0 has one training row, user 1 two; items 0 and 1 are more popular than 2 and 3. */
  private static TinyEvaluation twoUsers() {
    return TinyEvaluation.of(4, 4)
        .train(0, 0)
        .train(1, 0, 1)
        .train(2, 0, 1)
        .relevant(0, 1, 2)
        .list(0, 1, 3)
        .relevant(1, 2, 3)
        .list(1, 3, 2);
  }

  private static List<Evaluation.Row> rows(TinyEvaluation tiny, Metric metric) {
    List<NamedMetric> metrics = List.of(NamedMetric.of("Grouped", metric));
    return new Evaluator(1).evaluate(tiny.lists(), tiny.context(), metrics, new int[] {2}).rows();
  }

  /** The values of the groups. */
  private static Map<String, Double> values(TinyEvaluation tiny, Metric metric) {
    Map<String, Double> values = new LinkedHashMap<>();
    rows(tiny, metric).stream()
        .filter(row -> !row.metric().equals(metric.label("Grouped")))
        .forEach(row -> values.put(row.metric(), row.value()));
    return values;
  }

  @StandardAndRecBole
  void averagesAMetricOverEveryGroupOfUsers(Convention convention) {
    assertThat(values(twoUsers().convention(convention), byActivity("Recall")))
        .containsExactly(
            Map.entry("Recall_groups:2_users:activity-1", 1 / 2.0),
            Map.entry("Recall_groups:2_users:activity-2", 1.0));
  }

  @StandardAndRecBole
  void warmAndColdUsersAreTwoGroups(Convention convention) {
    TinyEvaluation cold = twoUsers().convention(convention).relevant(3, 0, 3).list(3, 3, 1);
    Metric byWarmth =
        new Grouped(
            new Grouped.Params("Recall", Map.of(), "warmth", null, null, null, 4, null),
            GroupedTest::named);

    assertThat(values(cold, byWarmth))
        .containsExactly(
            Map.entry("Recall_users:warmth-cold", 1 / 2.0),
            Map.entry("Recall_users:warmth-warm", 3 / 4.0));
  }

  @Test
  void systemMetricsSeeTheListsOfOneGroup() {
    assertThat(values(twoUsers(), byActivity("ItemCoverage")))
        .containsExactly(
            Map.entry("ItemCoverage_groups:2_users:activity-1", 2 / 4.0),
            Map.entry("ItemCoverage_groups:2_users:activity-2", 2 / 4.0));
  }

  @Test
  void relevanceMayBeThatOfAGroupOfItems() {
    // popular: item 1 is relevant to user 0; unpopular: items 2 and 3
    assertThat(values(twoUsers(), byPopularity("Recall", null)))
        .containsExactly(
            Map.entry("Recall_groups:2_items:popularity-1", (0 + 2 / 2.0) / 2),
            Map.entry("Recall_groups:2_items:popularity-2", 1.0));
  }

  @Test
  void listsKeepTheirRanksForAGroupOfItems() {
    TinyEvaluation second = twoUsers().list(0, 3, 1);

    assertThat(values(second, byPopularity("nDCG", null)))
        .containsEntry("nDCG_groups:2_items:popularity-2", Math.log(2) / Math.log(3));
    assertThat(values(second, byPopularity("nDCG", Grouped.Keep.ITEMS)))
        .containsEntry("nDCG_keep:items_groups:2_items:popularity-2", 1.0);
  }

  @Test
  void systemMetricsSeeTheItemsOfOneGroup() {
    assertThat(values(twoUsers(), byPopularity("ItemCoverage", null)))
        .containsExactly(
            Map.entry("ItemCoverage_groups:2_items:popularity-1", 2 / 2.0),
            Map.entry("ItemCoverage_groups:2_items:popularity-2", 1 / 2.0));
  }

  /** Whose values these are would show in no name. */
  @Test
  void aNameThatMeansAModalityAsWellIsRefused() {
    Modality labels = new Modality.Categorical(List.of("a", "b"), new int[] {1, 0, 0, 0});
    assertThatThrownBy(() -> rows(twoUsers().users("activity", labels), byActivity("Recall")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("Grouped by users: activity")
        .hasMessageContaining("a modality of the users is called 'activity'")
        .hasMessageContaining("rename the modality");
    assertThatThrownBy(
            () -> rows(twoUsers().items("popularity", labels), byPopularity("Recall", null)))
        .hasMessageContaining("a modality of the items is called 'popularity'");
    Metric warmth =
        new Grouped(
            new Grouped.Params("Recall", Map.of(), null, null, "Warmth", null, 4, null),
            GroupedTest::named);
    assertThatThrownBy(() -> rows(twoUsers().items("warmth", labels), warmth))
        .hasMessageContaining("a modality of the items is called 'warmth'");
  }

  /** Nothing else could have been meant. */
  @Test
  void aModalityThatMakesNoGroupsTakesNoName() {
    Modality numbers = new Modality.Dense(1, new float[4][1]);
    Modality labels = new Modality.Categorical(List.of("a", "b"), new int[] {1, 0, 0, 0});
    TinyEvaluation tiny = twoUsers().items("popularity", numbers).users("popularity", labels);
    assertThat(values(tiny, byPopularity("Recall", null))).hasSize(2);
    assertThat(byPopularity("Recall", null).notes(List.of(tiny.context())))
        .containsExactly(
            "items: popularity goes by interactions, not by the modality 'popularity'; rename it"
                + " where it is read to group by it");
  }

  @Test
  void groupsMayBeACategoricalModality() {
    Modality gender = new Modality.Categorical(List.of("f", "m"), new int[] {1, 0, 0, 0});
    Metric byGender =
        new Grouped(
            new Grouped.Params("Recall", Map.of(), "gender", null, null, null, 4, null),
            GroupedTest::named);

    assertThat(values(twoUsers().users("gender", gender), byGender))
        .containsExactly(
            Map.entry("Recall_users:gender-f", 1.0), Map.entry("Recall_users:gender-m", 1 / 2.0));
  }

  private static Metric by(String users, Path usersFile, String items, Path itemsFile) {
    return new Grouped(
        new Grouped.Params("Recall", Map.of(), users, usersFile, items, itemsFile, 4, null),
        GroupedTest::named);
  }

  @Test
  void whomAFileLeavesOutIsNoted() {
    List<TaskContext> tasks = List.of(twoUsers().context());
    Path part = file("part.tsv", "1\ta\n3\tb\n");

    assertThat(by("G", part, null, null).notes(tasks))
        .containsExactly(
            part
                + ": users of the data that it does not describe: 2 of 4 (first: '0'); they are in no"
                + " group");
    assertThat(by(null, null, "G", part).notes(tasks))
        .singleElement()
        .asString()
        .contains("items of the data that it does not describe: 2 of 4");
    assertThat(byActivity("Recall").notes(tasks)).isEmpty();
  }

  /** Its own notes are of the groups; those of the metric hold as well. */
  @Test
  void theMetricHasItsNotes() {
    UserMetric noted =
        new UserMetric() {
          @Override
          public PerUser bind(TaskContext task) {
            return RankedList::hits;
          }

          @Override
          public List<String> notes(List<TaskContext> tasks) {
            return List.of("tasks: " + tasks.size());
          }
        };
    Metric grouped =
        new Grouped(
            new Grouped.Params("N", Map.of(), "activity", null, null, null, 4, null),
            (name, params) -> noted);
    TaskContext task = twoUsers().context();
    assertThat(grouped.notes(List.of(task, task))).containsExactly("tasks: 2");
  }

  @Test
  void whatMakesNoGroupsIsNamedWithTheKeyForAFile() {
    Modality text = new Modality.Text(new String[] {"a", "b", null, "d"});
    Modality kind = new Modality.Categorical(List.of("f", "m"), new int[] {1, 0, 0, 0});
    TinyEvaluation tiny = twoUsers().items("plot", text).items("kind", kind);

    assertThatThrownBy(() -> rows(tiny, by(null, null, "plot", null)))
        .isInstanceOf(InputException.class)
        .hasMessageEndingWith(
            "'plot' is not a categorical modality of the items: it has a text per entity; for items,"
                + " name one with a label per entity (there are: kind), or give items_file, a file"
                + " of ids and groups");
    assertThatThrownBy(() -> rows(tiny, by("plot", null, null, null)))
        .hasMessageEndingWith(
            "'plot' is not a categorical modality of the users (their modalities: none); declare it"
                + " under side_information, or give users_file, a file of ids and groups");
  }

  private static final Modality GENRES =
      new Modality.MultiHot(List.of("x", "y", "z"), new int[][] {{0}, {0, 1}, {1}, {}});

  private static Metric byItems(String of, String items, Grouped.Keep keep) {
    return new Grouped(
        new Grouped.Params(of, Map.of(), null, null, items, null, 4, keep), GroupedTest::named);
  }

  @StandardAndRecBole
  void anItemIsInTheGroupOfEachOfItsLabels(Convention convention) {
    // relevant to user 0 are items 1 and 2, of which its list has item 1; to user 1 items 2 and 3
    TinyEvaluation tiny = twoUsers().convention(convention).items("genre", GENRES);

    assertThat(values(tiny, byItems("Recall", "genre", null)))
        .containsExactly(
            Map.entry("Recall_items:genre-x", 1.0),
            Map.entry("Recall_items:genre-y", (1 / 2.0 + 1) / 2),
            Map.entry("Recall_items:genre-z", Double.NaN));
  }

  @Test
  void theItemsOfALabelMayBeSeenAlone() {
    TinyEvaluation tiny = twoUsers().items("genre", GENRES);

    // of x items 0 and 1 are candidates, of y items 1 and 2; shown are 1, 2 and 3
    assertThat(values(tiny, byItems("ItemCoverage", "genre", null)))
        .containsEntry("ItemCoverage_items:genre-x", 1 / 2.0)
        .containsEntry("ItemCoverage_items:genre-y", 2 / 2.0);
    // item 1 is first in y's part of the list of user 0
    assertThat(values(tiny.list(0, 3, 1), byItems("nDCG", "genre", Grouped.Keep.ITEMS)))
        .containsEntry("nDCG_keep:items_items:genre-x", 1.0);
  }

  @StandardAndRecBole
  void aUserIsInTheGroupOfEachOfItsLabels(Convention convention) {
    Modality hobbies = new Modality.MultiHot(List.of("a", "b"), new int[][] {{0, 1}, {1}, {0}, {}});
    TinyEvaluation tiny = twoUsers().convention(convention).users("hobby", hobbies);

    assertThat(values(tiny, by("hobby", null, null, null)))
        .containsExactly(
            Map.entry("Recall_users:hobby-a", 1 / 2.0),
            Map.entry("Recall_users:hobby-b", (1 / 2.0 + 1) / 2));
    assertThat(rows(tiny, by("hobby", null, null, null)))
        .extracting(Evaluation.Row::users)
        .containsExactly(1, 2, 1);
  }

  private static Metric inHalves(String users, String items) {
    return new Grouped(
        new Grouped.Params("Recall", Map.of(), users, null, items, null, 2, null),
        GroupedTest::named);
  }

  @StandardAndRecBole
  void numbersMakeQuantiles(Convention convention) {
    Modality ages = new Modality.Dense(1, new float[][] {{30}, {-2.5f}, {1}, null});
    TinyEvaluation tiny = twoUsers().convention(convention).users("age", ages);

    // user 1, then user 0; user 2 is not to be evaluated
    assertThat(values(tiny, inHalves("age", null)))
        .containsExactly(
            Map.entry("Recall_groups:2_users:age-1", 1.0),
            Map.entry("Recall_groups:2_users:age-2", 1 / 2.0));
  }

  @Test
  void labelsMakeAsManyGroupsAsThereAre() {
    Modality ages = new Modality.Dense(1, new float[4][1]);
    TaskContext task = twoUsers().items("genre", GENRES).users("age", ages).context();

    assertThat(inHalves(null, "genre").notes(List.of(task)))
        .containsExactly("groups: 2 has no effect, as 'genre' makes a group of every label");
    assertThat(byItems("Recall", "genre", null).notes(List.of(task))).isEmpty();
    assertThat(inHalves("age", null).notes(List.of(task))).isEmpty();
  }

  @Test
  void candidatesWithoutANumberAreInNoGroup() {
    // in order: items 2 (-7), 1 (0) and 3 (-0, which is no less), of which two are the first half
    float[][] years = {null, {0}, {-7}, {-0f}};
    TinyEvaluation tiny = twoUsers().items("year", new Modality.Dense(1, years));

    assertThat(values(tiny, inHalves(null, "year")))
        .containsExactly(
            Map.entry("Recall_groups:2_items:year-1", (1 / 2.0 + 1) / 2),
            Map.entry("Recall_groups:2_items:year-2", 1.0));
  }

  @Test
  void vectorsMakeNoGroups() {
    TinyEvaluation tiny = twoUsers().items("image", new Modality.Dense(2, new float[4][2]));
    assertThatThrownBy(() -> rows(tiny, byItems("Recall", "image", null)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("it has a vector of 2 numbers per entity");
  }

  @Test
  void theUsersBehindAValueAreThoseOfItsGroup() {
    // user 2, alone in the second group, has no relevant item: a mean of recalls leaves it out
    TinyEvaluation three = twoUsers().rated(2, 3, -1).list(2, 3, 2);

    assertThat(rows(three, byActivity("Recall")))
        .containsExactly(
            new Evaluation.Row("Recall_groups:2_users:activity-1", 2, (1 / 2.0 + 1) / 2, 2),
            new Evaluation.Row("Recall_groups:2_users:activity-2", 2, Double.NaN, 0),
            new Evaluation.Row("Recall_groups:2_users:activity", 2, (1 / 2.0 + 1) / 2, 2));
    assertThat(rows(three, byActivity("ItemCoverage")))
        .containsExactly(
            new Evaluation.Row("ItemCoverage_groups:2_users:activity-1", 2, 3 / 4.0, 2),
            new Evaluation.Row("ItemCoverage_groups:2_users:activity-2", 2, 2 / 4.0, 1),
            new Evaluation.Row("ItemCoverage_groups:2_users:activity", 2, 2 / 4.0, 1));
    // the list of user 1 has nothing irrelevant, hence no pair
    assertThat(rows(three, byActivity("AUC")))
        .extracting(Evaluation.Row::users)
        .containsExactly(1, 0, 1);
  }

  @Test
  void theMetricMayHaveParameters() {
    Metric metric =
        new Grouped(
            new Grouped.Params(
                "nDCG", Map.of("gain", "linear"), "activity", null, null, null, 2, null),
            GroupedTest::named);
    TinyEvaluation tiny = twoUsers().rated(0, 3, 5);

    // ratings 1, 1 and 5: hits 1 and 5 in the list, against 5 and 1
    double discount = Math.log(2) / Math.log(3);
    assertThat(rows(tiny, metric).get(0))
        .isEqualTo(
            new Evaluation.Row(
                "nDCG_gain:linear_groups:2_users:activity-1",
                2,
                (1 + 5 * discount) / (5 + discount),
                1));
  }

  @Test
  void theSingleValueIsThatOfTheWorstGroup() {
    SystemMetric<GroupValues> metric = (Grouped) byActivity("Recall");
    GroupValues values = metric.bind(twoUsers().context()).get();

    assertThat(values.result()).isNaN();
    assertThat(metric.label("Grouped")).isEqualTo("Recall_groups:2_users:activity");
  }

  @Test
  void oneGroupingIsNeeded() {
    assertThatThrownBy(
            () -> new Grouped.Params("Recall", Map.of(), null, null, null, null, 4, null))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("users or items");
    assertThatThrownBy(() -> new Grouped.Params("Recall", Map.of(), "a", null, "b", null, 4, null))
        .isInstanceOf(InputException.class);
    assertThatThrownBy(
            () ->
                new Grouped.Params(
                    "Recall", Map.of(), "a", null, null, null, 4, Grouped.Keep.ITEMS))
        .hasMessageContaining("keep is for groups of items");
  }

  @Test
  void theFullRankingCannotBeCutDown() {
    assertThatThrownBy(() -> byPopularity("AUC", Grouped.Keep.ITEMS))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("keep: relevance");
    assertThat(byPopularity("AUC", Grouped.Keep.RELEVANCE).requires())
        .containsExactly(Metric.Requirement.FULL_RANKING);
  }

  @Test
  void aGroupIsTheTaskOfItsUsers() {
    assertThat(values(twoUsers(), byActivity("UserCoverage")).values()).containsExactly(1.0, 1.0);
    assertThat(values(twoUsers().list(0), byActivity("UserCoverage")).values())
        .containsExactly(0.0, 1.0);
    // |R_u| is 3 and 2, and weighing by it changes nothing in a group of one
    TinyEvaluation recbole =
        twoUsers().relevant(0, 3).list(0, 1, 0, 3).list(1, 3, 0, 2).convention(Convention.RECBOLE);
    assertThat(values(recbole, byActivity("GAUC")).values()).containsExactly(1 / 3.0, 1 / 2.0);
  }

  @Test
  void usersWeighInTheMeanOfAGroupAsTheMetricSays() {
    TinyEvaluation recbole =
        twoUsers().relevant(0, 3).list(0, 1, 0, 3).list(1, 3, 0, 2).convention(Convention.RECBOLE);
    Metric together = byFile("GAUC", file("all.tsv", "0\tall\n1\tall\n"));

    // 1/3 and 1/2, weighed by 3 and 2
    assertThat(values(recbole, together).values()).containsExactly((3 / 3.0 + 2 / 2.0) / 5);
  }

  @Test
  void whatRatingsWeighIsTheSameInAllGroups() {
    TinyEvaluation tiny = twoUsers().rated(0, 1, 3).rated(1, 3, 1);

    // novelty of item 1: 1 - 2/3, of item 3: 1; the largest rating of all is 3
    assertThat(values(tiny.list(0, 1).list(1, 3), byActivity("ExtendedEPC")).values())
        .containsExactly(7 / 8.0 * (1 - 2 / 3.0), 1 / 8.0);
  }
}
