package org.trellisrec.splitters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.trellisrec.data.Dataset;
import org.trellisrec.data.Holdout;
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
        .hasMessage("random_cross_validation: 2 interactions cannot fill 5 folds");
  }
}
