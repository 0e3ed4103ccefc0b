package org.trellisrec.splitters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trellisrec.config.Params;
import org.trellisrec.data.Candidates;
import org.trellisrec.data.Dataset;
import org.trellisrec.data.EvalTask;
import org.trellisrec.data.HeldOut;
import org.trellisrec.data.HeldOut.CandidateRule;
import org.trellisrec.data.Holdout;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.ItemSet;
import org.trellisrec.data.Split;
import org.trellisrec.pipeline.SplitStage;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.Seed;
import org.trellisrec.testkit.SplitterData;

class ColdSplitsTest {
  private static final Seed SEED = new Seed(5);
  private static final Dataset SMALL =
      Tables.dataset("a x", "a y", "b x", "b z", "c y", "c z", "c x");

  @TempDir private Path folder;

  static UserCold userCold(Double ratio, Path file, CandidateRule rule, int reveal) {
    return userCold(ratio, file, rule, reveal, null);
  }

  private static UserCold userCold(
      Double ratio, Path file, CandidateRule rule, int reveal, Integer reserve) {
    return new UserCold(new UserCold.Params(ratio, file, rule, reveal, reserve, ShareOf.REMAINING));
  }

  static ItemCold itemCold(Double ratio, Path file) {
    return new ItemCold(new ItemCold.Params(ratio, file, CandidateRule.TRUTH, ShareOf.REMAINING));
  }

  private Path list(String name, String... ids) throws IOException {
    return Files.write(folder.resolve(name), List.of(ids));
  }

  @Test
  void listedUsersAreColdWithAllTheirInteractions() throws IOException {
    Holdout fold =
        userCold(null, list("users", "b"), CandidateRule.TRUTH, 0).split(SMALL, SEED).get(0);
    assertThat(Tables.pairs(SMALL, fold.heldOut().truth())).containsExactly("b x", "b z");
    assertThat(Tables.pairs(SMALL, fold.train()))
        .containsExactly("a x", "a y", "c x", "c y", "c z");
    EvalTask task = fold.heldOut().against(fold.train());
    assertThat(task.name()).isEqualTo("user_cold");
    assertThat(task.users()).containsExactly(1);
    assertThat(candidates(task)).containsExactly(0, 2);
  }

  @Test
  void candidatesMayBeThoseOfTrainingOrAll() throws IOException {
    Path users = list("users", "c");
    Dataset data = Tables.dataset("a x", "b x", "b y", "c z");
    assertThat(candidates(only(userCold(null, users, CandidateRule.TRAIN, 0).split(data, SEED))))
        .containsExactly(0, 1);
    assertThat(candidates(only(userCold(null, users, CandidateRule.ALL, 0).split(data, SEED))))
        .containsExactly(0, 1, 2);
    assertThat(candidates(only(userCold(null, users, CandidateRule.TRUTH, 0).split(data, SEED))))
        .containsExactly(2);
  }

  private static EvalTask only(List<Holdout> folds) {
    assertThat(folds).hasSize(1);
    return folds.get(0).heldOut().against(folds.get(0).train());
  }

  private static int[] candidates(EvalTask task) {
    return ((Candidates.Shared) task.candidates()).items().toArray();
  }

  @Test
  void listedItemsAreColdAndUsersWithoutTrainingAreLeftOut() throws IOException {
    Dataset data = Tables.dataset("a x", "a y", "b y", "c x", "c z");
    Split split =
        SplitStage.split(data, "p", itemCold(null, list("items", "y")), null, SEED).get(0);
    assertThat(Tables.pairs(data, split.train())).containsExactly("a x", "c x", "c z");
    assertThat(split.test().get(0).users()).containsExactly(0);
  }

  @Test
  void bothColdKeepsTheTwoDiagonalBlocks() throws IOException {
    BothCold splitter =
        new BothCold(
            new BothCold.Params(
                null,
                list("users", "c"),
                list("items", "x"),
                CandidateRule.TRUTH,
                0,
                ShareOf.REMAINING));
    List<String> notes = new ArrayList<>();
    Split split = SplitStage.split(SMALL, "p", splitter, null, SEED, notes::add).get(0);
    assertThat(Tables.pairs(SMALL, split.train())).containsExactly("a y", "b z");
    assertThat(Tables.pairs(SMALL, split.test().get(0).truth())).containsExactly("c x");
    assertThat(notes)
        .containsExactly(
            "protocol 'p', fold 0, test: 4 of 7 interactions belong to neither part and are discarded");
  }

  @Test
  void revealShowsExactlySoManyOfEveryColdUser() throws IOException {
    Dataset data = Tables.dataset("a x", "a y", "a z", "b x", "b y", "c x", "d x", "d y");
    Holdout fold =
        userCold(null, list("users", "a", "b", "c"), CandidateRule.TRUTH, 1)
            .split(data, SEED)
            .get(0);
    EvalTask task = fold.heldOut().against(fold.train());
    assertThat(task.users()).containsExactly(0, 1);
    assertThat(task.truth().count(0)).isEqualTo(2);
    assertThat(task.truth().count(1)).isEqualTo(1);
    assertThat(task.history().count(0)).isEqualTo(1);
    assertThat(task.history().count(1)).isEqualTo(1);
    assertThat(task.history().count(3)).isEqualTo(2);
    assertThat(fold.train().count(0) + fold.train().count(1)).isZero();
    assertThat(fold.notes())
        .containsExactly(
            "1 of 3 cold users have no more than 1 interactions and are left out: nothing would"
                + " remain to ask");
  }

  @Test
  void withTheSameReserveTheSameIsAskedForWhateverIsRevealed() {
    Dataset data = SplitterData.mixed();
    List<Holdout> folds =
        IntStream.rangeClosed(0, 3)
            .mapToObj(
                reveal ->
                    userCold(0.5, null, CandidateRule.TRUTH, reveal, 3).split(data, SEED).get(0))
            .toList();
    Interactions all =
        userCold(0.5, null, CandidateRule.TRUTH, 0).split(data, SEED).get(0).heldOut().truth();
    List<String> truth = Tables.pairs(data, folds.get(0).heldOut().truth());
    List<String> fewer = List.of();
    for (int reveal = 0; reveal <= 3; reveal++) {
      HeldOut held = folds.get(reveal).heldOut();
      List<String> revealed = Tables.pairs(data, held.revealed());
      assertThat(Tables.pairs(data, held.truth())).isEqualTo(truth).isNotEmpty();
      assertThat(revealed).containsAll(fewer).doesNotContainAnyElementsOf(truth);
      for (int user = 0; user < all.rows(); user++) {
        boolean asked = all.count(user) > 3;
        assertThat(held.revealed().count(user)).isEqualTo(asked ? reveal : 0);
        assertThat(held.truth().count(user)).isEqualTo(asked ? all.count(user) - 3 : 0);
      }
      fewer = revealed;
    }
  }

  @Test
  void aReserveIsAsLargeAsWhatIsRevealed() {
    assertThatThrownBy(() -> userCold(0.5, null, CandidateRule.TRUTH, 4, 3))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "reserve is 3, but reveal is 4, which is to come out of it; raise reserve to at least"
                + " that");
  }

  @Test
  void ratiosCountEntitiesAndRoundUp() {
    Dataset data = SplitterData.mixed();
    // 39 of the 40 users have interactions, all 30 items have.
    Holdout users = userCold(0.1, null, CandidateRule.TRUTH, 0).split(data, SEED).get(0);
    assertThat(Present.users(users.heldOut().truth()).cardinality()).isEqualTo(4);
    Holdout items = itemCold(0.11, null).split(data, SEED).get(0);
    assertThat(ItemSet.occurringIn(items.heldOut().truth()).size()).isEqualTo(4);
  }

  @Test
  void nestedShareOfTheWholeGivesBlocksOfEqualSize() {
    Dataset data = SplitterData.mixed();
    UserCold test = userCold(0.1, null, CandidateRule.TRUTH, 0);
    UserCold validation =
        new UserCold(new UserCold.Params(0.1, null, CandidateRule.TRUTH, 0, null, ShareOf.WHOLE));
    Split split = SplitStage.split(data, "p", test, validation, SEED).get(0);
    assertThat(split.fold()).isEqualTo("0");
    assertThat(split.validation().get(0).name()).isEqualTo("validation_user_cold");
    assertThat(split.validation().get(0).users()).hasSize(4);
    assertThat(split.test().get(0).users()).hasSize(4);
    assertThat(Present.users(split.train()).cardinality()).isEqualTo(31);
  }

  @Test
  void aShareOfTheWholeMayNotBeMoreThanIsLeft() {
    Dataset data = Tables.dataset("a x", "b x", "c x", "d x", "e x", "f x");
    UserCold half =
        new UserCold(new UserCold.Params(0.5, null, CandidateRule.TRUTH, 0, null, ShareOf.WHOLE));
    Interactions four = data.interactions().filter(p -> p < 4);
    assertThat(half.splitRemaining(data, four, SEED).get(0).heldOut().truth().size()).isEqualTo(3);
    Interactions three = data.interactions().filter(p -> p < 3);
    assertThatThrownBy(() -> half.splitRemaining(data, three, SEED))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "test_ratio 0.5 of all 6 users is 3, but 3 of them are left, one of which must stay"
                + " warm; give a smaller test_ratio, or 'share_of: remaining'");
  }

  @Test
  void oneMoreUserChangesAtMostOneColdUser() {
    Dataset data = SplitterData.mixed();
    Dataset fewer =
        data.withInteractions(data.interactions().filter(p -> p < data.interactions().start(39)));
    var before =
        Present.users(
            userCold(0.5, null, CandidateRule.TRUTH, 0)
                .split(fewer, SEED)
                .get(0)
                .heldOut()
                .truth());
    var after =
        Present.users(
            userCold(0.5, null, CandidateRule.TRUTH, 0).split(data, SEED).get(0).heldOut().truth());
    assertThat(before.cardinality()).isEqualTo(19);
    assertThat(after.cardinality()).isEqualTo(20);
    before.andNot(after);
    assertThat(before.cardinality()).isLessThanOrEqualTo(1);
  }

  @Test
  void wrongListsAreRefusedWithLineAndExample() throws IOException {
    Path unknown = list("unknown", "a", "q", "r");
    assertRefused(
        unknown,
        "2 of 3 user ids are not in the data (after prefiltering), for example 'q' in line 2");
    assertRefused(
        list("twice", "a", "b", "a"), ":3: 'a' again; expected one user id per line, each once");
    assertRefused(list("gap", "a", ""), ":2: empty line; expected one user id per line, each once");
    assertRefused(list("empty"), "is empty; expected one id per line");
    assertRefused(folder.resolve("absent"), "does not exist");
    assertRefused(folder, "is a folder, but a file is expected");
    Path latin = Files.write(folder.resolve("latin"), new byte[] {(byte) 0xE9, '\n'});
    assertRefused(latin, ":1: this is not written in UTF-8; convert the file");
  }

  private static void assertRefused(Path list, String message) {
    assertThatThrownBy(() -> userCold(null, list, CandidateRule.TRUTH, 0).split(SMALL, SEED))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(list.toString())
        .hasMessageContaining(message);
  }

  @Test
  void byteOrderMarkAndCarriageReturnsAreRead() throws IOException {
    Path list = Files.writeString(folder.resolve("windows"), "\uFEFFb\r\nc\r\n");
    Holdout fold = userCold(null, list, CandidateRule.TRUTH, 0).split(SMALL, SEED).get(0);
    assertThat(Present.users(fold.train()).cardinality()).isEqualTo(1);
  }

  @Test
  void listedEntitiesWithoutInteractionsAreNoted() throws IOException {
    Path list = list("users", "a", "b");
    Dataset withoutA = SMALL.withInteractions(SMALL.interactions().filter(p -> p > 1));
    assertThat(userCold(null, list, CandidateRule.TRUTH, 0).split(withoutA, SEED).get(0).notes())
        .containsExactly(
            "1 of 2 users listed in " + list + " have no interaction here (first: 'a')");
  }

  @Test
  void oneEntityCannotBeSplit() {
    assertThatThrownBy(
            () -> userCold(.5, null, CandidateRule.TRUTH, 0).split(Tables.dataset("a x"), SEED))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("at least 2 users with interactions");
    assertThatThrownBy(() -> userCold(null, null, CandidateRule.TRUTH, 0))
        .hasMessageContaining("one of them is needed");
  }

  @ParameterizedTest
  @ValueSource(classes = {UserCold.Params.class, ItemCold.Params.class, BothCold.Params.class})
  void someStayWarm(Class<? extends Record> params) {
    assertThatThrownBy(() -> Params.of(params, Map.of("test_ratio", 1)))
        .isInstanceOf(InputException.class)
        .hasMessageEndingWith("test_ratio is '1', but must be a number, above 0 and below 1");
  }
}
