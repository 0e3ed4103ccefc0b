package org.trellisrec.splitters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.trellisrec.data.Dataset;
import org.trellisrec.data.Holdout;
import org.trellisrec.data.Interactions;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.Seed;
import org.trellisrec.spi.Splitter;
import org.trellisrec.testkit.SplitterContract;
import org.trellisrec.testkit.SplitterData;

class RandomCrossValidationTest extends SplitterContract {
  private static final Seed SEED = new Seed(3);

  private static Splitter folds(int folds, Per per) {
    return new RandomCrossValidation(
        new RandomCrossValidation.Params(folds, per, Tables.CUSTOMARY));
  }

  @Override
  protected Splitter splitter() {
    return folds(4, Per.USER);
  }

  @Override
  protected OptionalDouble shareOfEveryUser() {
    return OptionalDouble.of(0.25);
  }

  @Test
  void everyInteractionIsTestedOnceButSingleOnes() {
    Dataset data = SplitterData.mixed();
    List<String> tested = new ArrayList<>();
    List<Holdout> folds = splitter().split(data, SEED);
    folds.forEach(fold -> tested.addAll(Tables.pairs(data, fold.heldOut().truth())));
    List<String> expected =
        Tables.pairs(data, data.interactions()).stream()
            .filter(pair -> !pair.startsWith("u01") && !pair.startsWith("u02"))
            .toList();
    assertThat(tested).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(folds.get(2).notes())
        .containsExactly("2 of 39 users have one interaction and keep it in training");
  }

  @Test
  void globalFoldsTestEverythingOnceInEvenSizes() {
    Dataset data = SplitterData.mixed();
    List<String> tested = new ArrayList<>();
    int size = data.interactions().size();
    for (Holdout fold : folds(7, Per.GLOBAL).split(data, SEED)) {
      tested.addAll(Tables.pairs(data, fold.heldOut().truth()));
      assertThat(fold.heldOut().truth().size()).isBetween(size / 7, size / 7 + 1);
    }
    assertThat(tested).containsExactlyInAnyOrderElementsOf(Tables.pairs(data, data.interactions()));
  }

  @Test
  void isShuffledBySeed() {
    Dataset data = SplitterData.mixed();
    assertThat(Tables.pairs(data, splitter().split(data, SEED).get(0).heldOut().truth()))
        .isNotEqualTo(
            Tables.pairs(data, splitter().split(data, new Seed(4)).get(0).heldOut().truth()));
  }

  @Test
  void moreFoldsThanInteractionsAreRefused() {
    assertThatThrownBy(() -> folds(5, Per.USER).split(Tables.dataset("a x", "a y"), SEED))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "random_cross_validation: 2 interactions of users who have at least two cannot fill 5"
                + " folds; set fewer folds");
    assertThatThrownBy(() -> folds(5, Per.GLOBAL).split(Tables.dataset("a x", "a y"), SEED))
        .isInstanceOf(InputException.class)
        .hasMessage("random_cross_validation: 2 interactions cannot fill 5 folds; set fewer folds");
  }

  @Test
  void interactionsThatAreNeverHeldOutFillNoFold() {
    Dataset data = Tables.dataset("a x", "a y", "b x", "c x", "d x");
    assertThatThrownBy(() -> folds(3, Per.USER).split(data, SEED))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(
            "random_cross_validation: 2 interactions of users who have at least two cannot fill 3");
    assertThat(folds(2, Per.USER).split(data, SEED))
        .allSatisfy(fold -> assertThat(fold.heldOut().truth().size()).isEqualTo(1));
  }

  @Test
  void usersWithFewInteractionsFillEveryFoldTogether() {
    Dataset data = Tables.dataset("a x", "a y", "b x", "b y", "c x", "c y");
    for (int seed = 0; seed < 200; seed++) {
      assertThat(sizes(folds(5, Per.USER).split(data, new Seed(seed))))
          .containsExactlyInAnyOrder(1, 1, 1, 1, 2);
    }
  }

  @Test
  void foldsDifferByOneInteractionAtMostInAllAndOfEveryUser() {
    Dataset data = SplitterData.mixed();
    Interactions all = data.interactions();
    List<Holdout> folds = folds(4, Per.USER).split(data, SEED);
    int held = all.size() - 2;
    assertThat(sizes(folds)).allSatisfy(size -> assertThat(size).isBetween(held / 4, held / 4 + 1));
    for (int user = 0; user < all.rows(); user++) {
      int count = all.count(user) == 1 ? 0 : all.count(user);
      for (Holdout fold : folds) {
        assertThat(fold.heldOut().truth().count(user)).isBetween(count / 4, (count + 3) / 4);
      }
    }
  }

  @Test
  void everyFoldIsAsLikelyForEveryInteraction() {
    Dataset data = Tables.dataset("a x", "a y", "b x", "b y", "c x", "c y");
    int[][] times = new int[6][5];
    int seeds = 2000;
    for (int seed = 0; seed < seeds; seed++) {
      List<Holdout> folds = folds(5, Per.USER).split(data, new Seed(seed));
      for (int fold = 0; fold < 5; fold++) {
        for (String pair : Tables.pairs(data, folds.get(fold).heldOut().truth())) {
          times[Tables.pairs(data, data.interactions()).indexOf(pair)][fold]++;
        }
      }
    }
    for (int[] ofInteraction : times) {
      for (int count : ofInteraction) {
        assertThat(count).isBetween(seeds / 5 - 80, seeds / 5 + 80);
      }
    }
  }

  private static List<Integer> sizes(List<Holdout> folds) {
    return folds.stream().map(fold -> fold.heldOut().truth().size()).toList();
  }
}
