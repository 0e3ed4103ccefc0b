package org.trellisrec.significance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.trellisrec.spi.InputException;

class SignificanceStageTest {
  private static final SampleKey NDCG = new SampleKey("warm", "warm", "nDCG", 10);
  private static final SampleKey ARP = new SampleKey("warm", "warm", "ARP", 10);
  private static final String ONCE = "seed 1, fold 0";
  private static final String AGAIN = "seed 1, fold 1";
  private static final int[] USERS = IntStream.range(0, 40).toArray();

  @Test
  void comparesTheBestWithTheRest() {
    SignificanceReport report =
        stage(ComparisonScheme.BEST_VS_REST).compare(threeModels(NDCG, true));

    assertThat(report.comparisons())
        .extracting(ComparisonRow::test, ComparisonRow::modelA, ComparisonRow::modelB)
        .containsExactly(
            tuple(TestKind.PAIRED_T, "Good", "Poor"),
            tuple(TestKind.PAIRED_T, "Good", "Near"),
            tuple(TestKind.WILCOXON, "Good", "Poor"),
            tuple(TestKind.WILCOXON, "Good", "Near"));
    ComparisonRow row = report.comparisons().get(0);
    assertThat(row.result())
        .isEqualTo(
            new PairedTTest()
                .test(
                    PairedSample.of(
                        values(SignificanceStageTest::good), values(SignificanceStageTest::poor)),
                    Samples.SEED));
    assertThat(row.corrected()).isEqualTo(2 * row.result().pValue(), within(1e-15));
    assertThat(row.n()).isEqualTo(40);
  }

  @Test
  void comparesAllPairsOnce() {
    SignificanceReport report = stage(ComparisonScheme.ALL_PAIRS).compare(threeModels(NDCG, true));

    assertThat(report.comparisons().subList(0, 3))
        .extracting(ComparisonRow::modelA, ComparisonRow::modelB)
        .containsExactly(tuple("Poor", "Good"), tuple("Poor", "Near"), tuple("Good", "Near"));
    assertThat(report.comparisons().get(0).corrected())
        .isEqualTo(3 * report.comparisons().get(0).result().pValue(), within(1e-15));
  }

  @Test
  void theStarIsDueOnlyIfEveryOtherModelIsBeaten() {
    for (ComparisonScheme scheme : ComparisonScheme.values()) {
      SignificanceReport report = stage(scheme).compare(threeModels(NDCG, true));

      assertThat(report.beatsAll(NDCG, "Good", List.of("Poor"))).isTrue();
      assertThat(report.beatsAll(NDCG, "Good", List.of("Poor", "Near"))).isFalse();
      assertThat(report.beatsAll(NDCG, "Poor", List.of("Good"))).isFalse();
      assertThat(report.beatsAll(NDCG, "Good", List.of())).isFalse();
      assertThat(report.beatsAll(ARP, "Good", List.of("Poor"))).isFalse();
    }
  }

  @Test
  void lowerIsBetterTurnsBestAndStarAround() {
    SignificanceReport report =
        stage(ComparisonScheme.BEST_VS_REST).compare(threeModels(ARP, false));

    assertThat(report.comparisons().get(0).modelA()).isEqualTo("Poor");
    assertThat(report.beatsAll(ARP, "Poor", List.of("Good", "Near"))).isTrue();
    assertThat(report.beatsAll(ARP, "Good", List.of("Poor"))).isFalse();
  }

  @Test
  void familiesAreCorrectedTogether() {
    List<PerUserValues> measured = new ArrayList<>(threeModels(NDCG, true));
    measured.addAll(threeModels(ARP, false));
    SignificanceConfig config =
        new SignificanceConfig(
            List.of(TestKind.SIGN),
            Correction.BONFERRONI,
            CorrectionFamily.ALL,
            ComparisonScheme.ALL_PAIRS,
            0.05,
            1000,
            null);

    List<ComparisonRow> rows =
        new SignificanceStage(config, Samples.SEED, 2).compare(measured).comparisons();

    assertThat(rows).hasSize(6);
    assertThat(rows)
        .allSatisfy(r -> assertThat(r.corrected()).isEqualTo(Math.min(1, 6 * r.result().pValue())));
  }

  @Test
  void usersWithoutAValueAreLeftOutAndCounted() {
    double[] gaps = values(SignificanceStageTest::good);
    gaps[3] = Double.NaN;
    int[] fewer = IntStream.range(2, 42).toArray();
    List<PerUserValues> measured =
        List.of(
            new PerUserValues(NDCG, "A", ONCE, true, USERS, gaps),
            new PerUserValues(NDCG, "B", ONCE, true, fewer, values(SignificanceStageTest::poor)));

    SignificanceReport report = stage(ComparisonScheme.ALL_PAIRS).compare(measured);

    // Of users 0 to 41, B has no value for 0 and 1, and A none for 3, 40 and 41.
    assertThat(report.comparisons().get(0).n()).isEqualTo(37);
    assertThat(report.comparisons().get(0).leftOut()).isEqualTo(5);
    assertThat(report.notes())
        .containsExactly(
            "Significance of nDCG@10 (warm): up to 5 of 42 users are left out of a comparison (A with B), as a model has no value for them.");
  }

  @Test
  void whatIsSaidOfSeveralMetricsIsSaidOnceWithItsReason() {
    SampleKey recall = new SampleKey("warm", "warm", "Recall", 5);
    SampleKey cold = new SampleKey("cold", "cold", "Recall", 5);
    double[] gaps = values(SignificanceStageTest::good);
    double[] same = values(SignificanceStageTest::poor);
    gaps[3] = Double.NaN;
    same[3] = Double.NaN;
    double[] more = same.clone();
    more[5] = Double.NaN;
    List<PerUserValues> measured = new ArrayList<>();
    for (SampleKey key : List.of(NDCG, recall)) {
      measured.add(new PerUserValues(key, "A", ONCE, true, USERS, gaps));
      measured.add(new PerUserValues(key, "B", ONCE, true, USERS, same));
    }
    measured.add(new PerUserValues(cold, "A", ONCE, true, USERS, gaps));
    measured.add(new PerUserValues(cold, "B", ONCE, true, USERS, more));

    assertThat(stage(ComparisonScheme.ALL_PAIRS).compare(measured).notes())
        .containsExactly(
            "Significance of nDCG@10, Recall@5 (warm): up to 1 of 40 users are left out of a comparison (A with B), as no model has a value for them, such as users without a relevant item.",
            "Significance of Recall@5 (cold): up to 2 of 40 users are left out of a comparison (A with B), as no model has a value for 1 of them, such as users without a relevant item, and a model has none for the others.");
  }

  @Test
  void repetitionsAreAveragedPerUser() {
    double[] once = values(i -> i % 3);
    double[] again = values(i -> i % 3 + 1.0);
    List<PerUserValues> repeated =
        List.of(
            new PerUserValues(NDCG, "A", ONCE, true, USERS, once),
            new PerUserValues(NDCG, "B", ONCE, true, USERS, values(SignificanceStageTest::poor)),
            new PerUserValues(NDCG, "A", AGAIN, true, USERS, again),
            new PerUserValues(NDCG, "B", AGAIN, true, USERS, values(SignificanceStageTest::poor)));
    List<PerUserValues> averaged =
        List.of(
            new PerUserValues(NDCG, "A", ONCE, true, USERS, values(i -> i % 3 + 0.5)),
            new PerUserValues(NDCG, "B", ONCE, true, USERS, values(SignificanceStageTest::poor)));

    SignificanceReport report = stage(ComparisonScheme.ALL_PAIRS).compare(repeated);

    assertThat(report.comparisons())
        .isEqualTo(stage(ComparisonScheme.ALL_PAIRS).compare(averaged).comparisons());
    assertThat(report.notes()).singleElement().asString().contains("up to 2 repetitions");
  }

  /** B is A where both have values; where it failed, A is much better. */
  @Test
  void aModelThatLacksAFoldIsComparedOnTheOthers() {
    List<PerUserValues> measured = new ArrayList<>();
    double[] near = {.2, .3, .85};
    for (int fold = 0; fold < 3; fold++) {
      double mean = near[fold];
      double[] values = values(i -> mean + i % 5 / 100.0);
      double[] worse = values(i -> mean - .1 - i % 3 / 100.0);
      measured.add(new PerUserValues(NDCG, "A", "fold " + fold, true, USERS, values));
      if (fold < 2) {
        measured.add(new PerUserValues(NDCG, "B", "fold " + fold, true, USERS, values));
      }
      measured.add(new PerUserValues(NDCG, "C", "fold " + fold, true, USERS, worse));
    }

    SignificanceReport report = stage(ComparisonScheme.ALL_PAIRS).compare(measured);

    ComparisonRow equal = report.comparisons().get(0);
    assertThat(equal.modelA() + equal.modelB()).isEqualTo("AB");
    assertThat(equal.zeros()).isEqualTo(40);
    assertThat(equal.meanA()).isEqualTo(equal.meanB()).isCloseTo(.27, within(1e-12));
    assertThat(report.beatsAll(NDCG, "A", List.of("B", "C"))).isFalse();
    assertThat(report.beatsAll(NDCG, "A", List.of("C"))).isTrue();
    assertThat(report.notes())
        .contains(
            "Significance: B has values in 2 of 3 repetitions (seeds, folds) of warm: it is compared with another model on those that both have, and is not taken for the best.");
  }

  @Test
  void aModelThatLacksAFoldIsNotTheBest() {
    List<PerUserValues> measured =
        List.of(
            new PerUserValues(NDCG, "A", ONCE, true, USERS, values(i -> .2)),
            new PerUserValues(NDCG, "B", ONCE, true, USERS, values(i -> .1)),
            new PerUserValues(NDCG, "A", AGAIN, true, USERS, values(i -> .8)),
            new PerUserValues(NDCG, "B", AGAIN, true, USERS, values(i -> .7)),
            new PerUserValues(NDCG, "C", AGAIN, true, USERS, values(i -> .75)));

    assertThat(stage(ComparisonScheme.BEST_VS_REST).compare(measured).comparisons())
        .filteredOn(row -> row.test() == TestKind.PAIRED_T)
        .extracting(ComparisonRow::modelA, ComparisonRow::modelB)
        .containsExactly(tuple("A", "B"), tuple("A", "C"));
  }

  /** A metric may be undefined for a user in one fold, and for one model alone. */
  @Test
  void usersAreComparedOnTheFoldsInWhichBothModelsHaveAValueForThem() {
    double[] first = values(SignificanceStageTest::good);
    double[] gaps = values(i -> i == 7 ? Double.NaN : good(i) + 5);
    List<PerUserValues> measured =
        List.of(
            new PerUserValues(NDCG, "A", ONCE, true, USERS, first),
            new PerUserValues(NDCG, "B", ONCE, true, USERS, first),
            new PerUserValues(NDCG, "A", AGAIN, true, USERS, values(i -> good(i) + 5)),
            new PerUserValues(NDCG, "B", AGAIN, true, USERS, gaps));

    SignificanceReport report =
        new SignificanceStage(everything(), Samples.SEED, 1).compare(measured);

    assertThat(report.comparisons()).allMatch(row -> row.zeros() == 40 && row.leftOut() == 0);
    assertThat(report.intervals().get(2).interval().low()).isZero();
    assertThat(report.intervals().get(2).interval().high()).isZero();
  }

  @Test
  void aModelIsMeasuredOnceInARepetition() {
    PerUserValues once = threeModels(NDCG, true).get(0);
    assertThatThrownBy(() -> stage(ComparisonScheme.ALL_PAIRS).compare(List.of(once, once)))
        .hasStackTraceContaining("nDCG@10 (warm) of Poor is measured twice in seed 1, fold 0");
  }

  /**
   * Every user has seven relevant items. The tests must find the same zeros and ties in the means
   * of hits / 7 over three repetitions as in the numbers of hits.
   */
  @Test
  void roundingOfMeansOverRepetitionsMakesNoDifference() {
    Random random = new Random(5);
    List<PerUserValues> fractions = new ArrayList<>();
    List<PerUserValues> whole = new ArrayList<>();
    for (String model : List.of("A", "B")) {
      double[] sums = new double[USERS.length];
      for (int repetition = 0; repetition < 3; repetition++) {
        int[] hits = random.ints(USERS.length, 0, 4).toArray();
        String name = "seed " + repetition;
        fractions.add(
            new PerUserValues(NDCG, model, name, true, USERS, values(i -> hits[i] / 7.0)));
        Arrays.setAll(sums, i -> sums[i] + hits[i]);
      }
      whole.add(new PerUserValues(NDCG, model, ONCE, true, USERS, sums));
    }

    List<ComparisonRow> found = ranked().compare(fractions).comparisons();
    List<ComparisonRow> exact = ranked().compare(whole).comparisons();

    assertThat(exact.get(0).zeros()).isPositive();
    assertThat(found)
        .extracting(ComparisonRow::zeros)
        .containsExactly(exact.get(0).zeros(), exact.get(1).zeros());
    assertThat(found)
        .extracting(ComparisonRow::result)
        .containsExactly(exact.get(0).result(), exact.get(1).result());
  }

  private static SignificanceStage ranked() {
    SignificanceConfig config =
        new SignificanceConfig(
            List.of(TestKind.WILCOXON, TestKind.SIGN),
            Correction.NONE,
            CorrectionFamily.PER_METRIC,
            ComparisonScheme.ALL_PAIRS,
            0.05,
            1000,
            null);
    return new SignificanceStage(config, Samples.SEED, 1);
  }

  @Test
  void modelsThatDoNotDifferAreUndefinedWithANote() {
    List<PerUserValues> measured =
        List.of(
            new PerUserValues(NDCG, "A", ONCE, true, USERS, values(SignificanceStageTest::good)),
            new PerUserValues(NDCG, "B", ONCE, true, USERS, values(SignificanceStageTest::good)));

    SignificanceReport report = stage(ComparisonScheme.ALL_PAIRS).compare(measured);

    assertThat(report.comparisons())
        .allSatisfy(
            row -> {
              assertThat(row.corrected()).isNaN();
              assertThat(row.significant()).isFalse();
              assertThat(row.zeros()).isEqualTo(40);
            });
    assertThat(report.notes())
        .containsExactly(
            "Significance: no user with different values in 2 of 2 comparisons, for instance nDCG@10 (warm), A with B.");
  }

  @Test
  void neitherThreadsNorTheOrderOfUsersMatter() {
    List<PerUserValues> measured = new ArrayList<>(threeModels(NDCG, true));
    measured.addAll(threeModels(ARP, false));
    List<PerUserValues> shuffled = measured.stream().map(SignificanceStageTest::shuffled).toList();
    SignificanceConfig config = everything();

    SignificanceReport one = new SignificanceStage(config, Samples.SEED, 1).compare(measured);
    SignificanceReport four = new SignificanceStage(config, Samples.SEED, 4).compare(shuffled);

    assertThat(four).isEqualTo(one);
    assertThat(one.comparisons()).hasSize(2 * 4 * 3);
  }

  @Test
  void intervalsCoverMeansAndDifferences() {
    List<IntervalRow> rows =
        new SignificanceStage(everything(), Samples.SEED, 1)
            .compare(threeModels(NDCG, true))
            .intervals();

    assertThat(rows).hasSize(6);
    assertThat(rows)
        .allSatisfy(
            row ->
                assertThat(row.interval().mean())
                    .isBetween(row.interval().low(), row.interval().high()));
    IntervalRow difference = rows.get(3);
    assertThat(difference.modelA() + difference.modelB()).isEqualTo("PoorGood");
    assertThat(difference.interval().mean())
        .isEqualTo(rows.get(0).interval().mean() - rows.get(1).interval().mean(), within(1e-12));
    assertThat(difference.interval().high()).isNegative();
  }

  @Test
  void intervalsOfModelsWithOtherUsersAreTheirOwn() {
    double[] gaps = values(SignificanceStageTest::good);
    gaps[3] = Double.NaN;
    List<PerUserValues> measured =
        List.of(
            new PerUserValues(NDCG, "A", ONCE, true, USERS, gaps),
            new PerUserValues(NDCG, "B", ONCE, true, USERS, values(SignificanceStageTest::poor)));

    List<IntervalRow> rows =
        new SignificanceStage(everything(), Samples.SEED, 1).compare(measured).intervals();

    assertThat(rows).extracting(IntervalRow::n).containsExactly(39, 40, 39);
    assertThat(rows.get(2).interval().low()).isPositive();
  }

  @Test
  void oneModelIsNotCompared() {
    SignificanceReport report =
        stage(ComparisonScheme.BEST_VS_REST)
            .compare(
                List.of(
                    new PerUserValues(
                        NDCG, "A", ONCE, true, USERS, values(SignificanceStageTest::good))));

    assertThat(report.comparisons()).isEmpty();
    assertThat(report.notes())
        .containsExactly("Significance: there are fewer than two models to compare.");
  }

  @Test
  void elliotsKeysMeanAllPairsWithoutCorrection() {
    SignificanceConfig config = SignificanceConfig.elliot(false, true).orElseThrow();

    assertThat(config.tests()).containsExactly(TestKind.WILCOXON);
    assertThat(config.correction()).isEqualTo(Correction.NONE);
    assertThat(config.comparison()).isEqualTo(ComparisonScheme.ALL_PAIRS);
    assertThat(SignificanceConfig.elliot(false, false)).isEmpty();
  }

  @Test
  void aTestNamedTwiceIsRefused() {
    assertThatThrownBy(
            () ->
                new SignificanceConfig(
                    List.of(TestKind.SIGN, TestKind.SIGN),
                    Correction.NONE,
                    CorrectionFamily.ALL,
                    ComparisonScheme.ALL_PAIRS,
                    0.05,
                    1000,
                    null))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("names a test twice");
  }

  private static double good(int user) {
    return 0.5 + user % 5 / 10.0;
  }

  private static double poor(int user) {
    return 0.3 + user % 7 / 20.0;
  }

  private static double near(int user) {
    return good(user) + (user % 8 == 0 ? -0.1 : user % 8 == 1 ? 0.05 : 0);
  }

  private static List<PerUserValues> threeModels(SampleKey key, boolean higherIsBetter) {
    return List.of(
        new PerUserValues(
            key, "Poor", ONCE, higherIsBetter, USERS, values(SignificanceStageTest::poor)),
        new PerUserValues(
            key, "Good", ONCE, higherIsBetter, USERS, values(SignificanceStageTest::good)),
        new PerUserValues(
            key, "Near", ONCE, higherIsBetter, USERS, values(SignificanceStageTest::near)));
  }

  private static double[] values(IntToDoubleFunction value) {
    return IntStream.range(0, USERS.length).mapToDouble(value).toArray();
  }

  private static PerUserValues shuffled(PerUserValues measured) {
    List<Integer> order = new ArrayList<>(IntStream.range(0, USERS.length).boxed().toList());
    Collections.shuffle(order, new Random(measured.model().hashCode()));
    return new PerUserValues(
        measured.key(),
        measured.model(),
        measured.repetition(),
        measured.higherIsBetter(),
        order.stream().mapToInt(i -> measured.users()[i]).toArray(),
        order.stream().mapToDouble(i -> measured.values()[i]).toArray());
  }

  private static SignificanceStage stage(ComparisonScheme scheme) {
    SignificanceConfig config =
        new SignificanceConfig(
            List.of(TestKind.PAIRED_T, TestKind.WILCOXON),
            Correction.BONFERRONI,
            CorrectionFamily.PER_METRIC,
            scheme,
            0.05,
            1000,
            null);
    return new SignificanceStage(config, Samples.SEED, 1);
  }

  private static SignificanceConfig everything() {
    return new SignificanceConfig(
        List.of(TestKind.values()),
        Correction.HOLM,
        CorrectionFamily.PER_METRIC,
        ComparisonScheme.ALL_PAIRS,
        0.05,
        999,
        new BootstrapConfig(500, IntervalMethod.BCA, 0.95));
  }
}
