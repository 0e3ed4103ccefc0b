package org.trellisrec.metrics.diversity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trellisrec.data.Candidates;
import org.trellisrec.data.Interactions;
import org.trellisrec.metrics.StandardAndRecBole;
import org.trellisrec.spi.Convention;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.Metric;
import org.trellisrec.spi.TaskContext;
import org.trellisrec.testkit.MetricContract;
import org.trellisrec.testkit.TinyEvaluation;

class SerendipityTest extends MetricContract {
  private static final Offset<Double> EXACT = Offset.offset(1e-12);

  @Override
  protected Metric metric() {
    return new Serendipity(new Serendipity.Params(null));
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

  /** Items 0, 1, 2 in the order of popularity; user 3 has no history, user 2 has item 0. */
  private static TinyEvaluation known() {
    return TinyEvaluation.of(4, 6).train(0, 0, 1, 2).train(1, 0, 1).train(2, 0);
  }

  @StandardAndRecBole
  void popularItemsAreExpected(Convention convention) {
    TinyEvaluation oneUser = known().convention(convention).relevant(3, 0, 2).list(3, 0, 2);

    assertThat(oneUser.value(metric(), 1)).isEqualTo(0);
    assertThat(oneUser.value(metric(), 2)).isCloseTo(1 / 2.0, EXACT);
  }

  @StandardAndRecBole
  void theHistoryIsNotRecommendedByTheBaseline(Convention convention) {
    TinyEvaluation oneUser = known().convention(convention).relevant(2, 1, 2).list(2, 2, 1);

    assertThat(oneUser.value(metric(), 1)).isCloseTo(1, EXACT);
    assertThat(oneUser.value(metric(), 2)).isEqualTo(0);
  }

  @StandardAndRecBole
  void onlyCandidatesAreRecommendedByTheBaseline(Convention convention) {
    TinyEvaluation oneUser = known().convention(convention).relevant(3, 2).list(3, 2);

    assertThat(oneUser.value(metric(), 1)).isCloseTo(1, EXACT);
    assertThat(oneUser.candidates(2, 3).value(metric(), 1)).isEqualTo(0);
  }

  @Test
  void sampledCandidatesAreTheUsersOwn() {
    TaskContext all = known().relevant(3, 2).context();
    Interactions own = Interactions.of(4, 6, new int[] {3, 3}, new int[] {1, 2}, null, null);
    TaskContext sampled =
        new TaskContext(
            all.dataset(),
            all.train(),
            all.task().withCandidates(new Candidates.PerUser(own)),
            all.popularity(),
            all.convention(),
            0);
    PopularityBaseline baseline = PopularityBaseline.of(sampled);

    assertThat(baseline.recommends(3, 1, 1)).isTrue();
    assertThat(baseline.recommends(3, 2, 1)).isFalse();
    assertThat(baseline.recommends(3, 2, 2)).isTrue();
    assertThat(baseline.recommends(3, 0, 2)).isFalse();
  }

  @TempDir Path folder;

  private Serendipity against(String... rows) throws IOException {
    Path file = folder.resolve("lists.tsv");
    Files.writeString(file, String.join("\n", rows).replace(' ', '\t') + "\n");
    return new Serendipity(new Serendipity.Params(file));
  }

  @StandardAndRecBole
  void aBaselineMayBeGiven(Convention convention) throws IOException {
    // its order for user 3 is 2, 5, 0, which is also the order of its equal scores
    Metric metric = against("3 0 1", "3 2 7.5", "2 1 9", "3 5 7.5");
    TinyEvaluation tiny = known().convention(convention).relevant(3, 0, 2, 5).list(3, 0, 2, 5);

    assertThat(tiny.value(metric, 1)).isCloseTo(1, EXACT);
    // item 0 of items 0 and 2
    assertThat(tiny.value(metric, 2)).isCloseTo(1 / 2.0, EXACT);
    assertThat(tiny.value(metric, 3)).isEqualTo(0);
  }

  @StandardAndRecBole
  void whatCannotBeShownIsPassedOverInTheBaseline(Convention convention) throws IOException {
    // of 0, 4, 1 user 2 knows item 0, and item 4 is no candidate
    Metric metric = against("2 0 3", "2 4 2", "2 1 1", "2 elsewhere 9", "nobody 1 1");
    TinyEvaluation tiny =
        known().convention(convention).candidates(0, 1, 2, 3).relevant(2, 1, 2).list(2, 1, 2);

    assertThat(tiny.value(metric, 1)).isEqualTo(0);
    // item 2 of items 1 and 2
    assertThat(tiny.value(metric, 2)).isCloseTo(1 / 2.0, EXACT);
  }

  @Test
  void aUserWithoutAListExpectsNothing() throws IOException {
    TinyEvaluation two = known().relevant(2, 1).list(2, 1).relevant(3, 0).list(3, 0);

    assertThat(two.value(against("2 1 1"), 1)).isCloseTo((0 + 1) / 2.0, EXACT);
    assertThat(against("2 1 1").label("Serendipity")).isEqualTo("Serendipity_baseline:lists.tsv");
  }

  @Test
  void usersWithoutAListAreNoted() throws IOException {
    TaskContext two = known().relevant(2, 1).relevant(3, 0).context();
    TaskContext other = known().relevant(1, 4).context();
    Path file = folder.resolve("lists.tsv");

    assertThat(metric().notes(List.of(two))).isEmpty();
    assertThat(against("2 1 1", "3 1 1").notes(List.of(two))).isEmpty();
    assertThat(against("2 1 1").notes(List.of(two, other)))
        .containsExactly(
            file
                + ": users to be evaluated for whom it has no list: 2 of 3 (first: '1'); whatever"
                + " they find counts as unexpected");
    assertThat(against("2 1 3", "2 elsewhere 2", "nobody 1 1", "3 0 1").notes(List.of(two)))
        .containsExactly(
            file + ": ids that are not among the users of the data: 1 of 3 (first: 'nobody')",
            file + ": ids that are not among the items of the data: 1 of 3 (first: 'elsewhere')");
  }

  /** A group may have no user with a list. */
  @Test
  void aBaselineForOtherUsersOfTheTaskIsTaken() throws IOException {
    TaskContext task = known().relevant(2, 1).relevant(3, 0).context();

    assertThat(against("2 1 1").bind(task.withTask(task.task().serving(new int[] {3}))))
        .isNotNull();
  }

  @Test
  void aWrongBaselineIsRefused() throws IOException {
    Metric ofOthers = against("77 1 1");
    assertThatThrownBy(() -> known().relevant(3, 0).list(3, 0).value(ofOthers, 1))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("lists.tsv has no list for any of the 1 users");
    assertThatThrownBy(() -> against("1 2"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("lists.tsv:1: expected user, item and score");
    assertThatThrownBy(() -> against("1 2 3", "1 3 much"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("lists.tsv:2: the score is 'much', but must be a finite number");
    assertThatThrownBy(() -> against("1 2 NaN"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("'NaN'");
    assertThatThrownBy(() -> against("1 2 3", "1 2 2"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("lists.tsv:2: recommends item '2' to user '1', as line 1 does");
    assertThatThrownBy(() -> against(""))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("holds no row");
    assertThatThrownBy(() -> new Serendipity(new Serendipity.Params(folder.resolve("none"))))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("none does not exist");
  }

  @StandardAndRecBole
  void whatIsMaskedIsNotRecommendedByTheBaseline(Convention convention) {
    TinyEvaluation oneUser = known().convention(convention).relevant(3, 1, 2).list(3, 1, 2);

    assertThat(oneUser.value(metric(), 1)).isCloseTo(1, EXACT);
    assertThat(oneUser.mask(3, 0).value(metric(), 1)).isEqualTo(0);
    assertThat(oneUser.value(metric(), 2)).isEqualTo(0);
  }
}
