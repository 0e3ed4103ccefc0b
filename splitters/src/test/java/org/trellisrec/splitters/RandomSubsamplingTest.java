package org.trellisrec.splitters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.trellisrec.config.Params;
import org.trellisrec.data.Dataset;
import org.trellisrec.data.HeldOut.Audience;
import org.trellisrec.data.HeldOut.CandidateRule;
import org.trellisrec.data.Holdout;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.Split;
import org.trellisrec.pipeline.SplitStage;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.Seed;
import org.trellisrec.spi.Splitter;
import org.trellisrec.testkit.SplitterContract;
import org.trellisrec.testkit.SplitterData;

class RandomSubsamplingTest extends SplitterContract {
  private static final Seed SEED = new Seed(3);

  static RandomSubsampling.Params ratio(double ratio, ShareOf shareOf) {
    return new RandomSubsampling.Params(
        new HoldOutParams(ratio, null, Per.USER, shareOf, Tables.CUSTOMARY), 1);
  }

  static RandomSubsampling leave(int n, int folds) {
    return new RandomSubsampling(
        new RandomSubsampling.Params(
            new HoldOutParams(null, n, Per.USER, ShareOf.REMAINING, Tables.CUSTOMARY), folds));
  }

  @Override
  protected Splitter splitter() {
    return new RandomSubsampling(ratio(0.3, ShareOf.REMAINING));
  }

  @Override
  protected OptionalDouble shareOfEveryUser() {
    return OptionalDouble.of(0.3);
  }

  private static String[] rowsOfOneUser(int count) {
    return IntStream.range(0, count).mapToObj(i -> "u i" + (100 + i)).toArray(String[]::new);
  }

  @Test
  void ninetyPercentOfTenAreNine() {
    Dataset data = Tables.dataset(rowsOfOneUser(10));
    Holdout fold = new RandomSubsampling(ratio(0.9, ShareOf.REMAINING)).split(data, SEED).get(0);
    assertThat(fold.heldOut().truth().size()).isEqualTo(9);
    assertThat(fold.train().size()).isEqualTo(1);
  }

  @Test
  void nestedShareIsOfWhatRemainsAsInElliotOrOfTheWhole() {
    Dataset data = Tables.dataset(rowsOfOneUser(100));
    Splitter test = new RandomSubsampling(ratio(0.2, ShareOf.REMAINING));
    assertThat(sizes(data, test, new RandomSubsampling(ratio(0.1, ShareOf.REMAINING))))
        .containsExactly(72, 8, 20);
    assertThat(sizes(data, test, new RandomSubsampling(ratio(0.1, ShareOf.WHOLE))))
        .containsExactly(70, 10, 20);
  }

  private static int[] sizes(Dataset data, Splitter test, Splitter validation) {
    Split split = SplitStage.split(data, "p", test, validation, SEED).get(0);
    return new int[] {
      split.train().size(),
      split.validation().get(0).truth().size(),
      split.test().get(0).truth().size()
    };
  }

  @Test
  void oneInteractionStaysInTraining() {
    Dataset data = Tables.dataset("a x", "b x", "b y");
    Holdout fold = new RandomSubsampling(ratio(0.9, ShareOf.REMAINING)).split(data, SEED).get(0);
    assertThat(fold.train().count(0)).isEqualTo(1);
    assertThat(fold.train().count(1)).isEqualTo(1);
    assertThat(fold.heldOut().truth().count(1)).isEqualTo(1);
    assertThat(fold.notes())
        .containsExactly("1 of 2 users have no more than 1 interaction and keep all in training");
  }

  @Test
  void aShareOfTheWholeTakesNoMoreThanIsLeftAndSaysSo() {
    Dataset data =
        Tables.dataset("a u", "a v", "a w", "a x", "b u", "b v", "b w", "b x", "c u", "c v");
    // Of four each, a has two left and b has all; c has one of two.
    Interactions remaining = data.interactions().filter(p -> p > 1 && p != 8);
    Holdout fold =
        new RandomSubsampling(ratio(0.5, ShareOf.WHOLE))
            .splitRemaining(data, remaining, SEED)
            .get(0);
    assertThat(fold.heldOut().truth().count(0)).isEqualTo(1);
    assertThat(fold.heldOut().truth().count(1)).isEqualTo(2);
    assertThat(fold.heldOut().truth().count(2)).isZero();
    assertThat(fold.notes())
        .containsExactly(
            "1 of 3 users have no more than 1 interaction and keep all in training",
            "1 of 3 users have too few interactions left for test_ratio 0.5 of all that they had;"
                + " of each, all but one are held out");
  }

  @Test
  void aGlobalShareOfTheWholeMayNotBeMoreThanIsLeft() {
    Dataset data = Tables.dataset(rowsOfOneUser(10));
    RandomSubsampling splitter =
        new RandomSubsampling(
            new RandomSubsampling.Params(
                new HoldOutParams(0.4, null, Per.GLOBAL, ShareOf.WHOLE, Tables.CUSTOMARY), 1));
    Interactions five = data.interactions().filter(p -> p < 5);
    assertThat(splitter.splitRemaining(data, five, SEED).get(0).heldOut().truth().size())
        .isEqualTo(4);
    Interactions four = data.interactions().filter(p -> p < 4);
    assertThatThrownBy(() -> splitter.splitRemaining(data, four, SEED))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "test_ratio 0.4 of all 10 interactions is 4, but 4 of them are left, one of which must"
                + " stay in training; give a smaller test_ratio, or 'share_of: remaining'");
  }

  @Test
  void leaveTwoOutTakesTwoOfEveryUserWhoHasMore() {
    Dataset data = Tables.dataset("a x", "a y", "b x", "b y", "b z");
    List<Holdout> folds = leave(2, 3).split(data, SEED);
    assertThat(folds)
        .hasSize(3)
        .allSatisfy(
            fold -> {
              assertThat(fold.heldOut().truth().count(0)).isZero();
              assertThat(fold.heldOut().truth().count(1)).isEqualTo(2);
              assertThat(fold.notes())
                  .containsExactly(
                      "1 of 2 users have no more than 2 interactions and keep all in training");
            });
  }

  @Test
  void globalShareIsOfAllInteractions() {
    Dataset data = SplitterData.mixed();
    int size = data.interactions().size();
    Splitter splitter =
        new RandomSubsampling(
            new RandomSubsampling.Params(
                new HoldOutParams(
                    0.25,
                    null,
                    Per.GLOBAL,
                    ShareOf.REMAINING,
                    new WarmRules(CandidateRule.ALL, Audience.TRAINED)),
                1));
    assertThat(splitter.split(data, SEED).get(0).heldOut().truth().size())
        .isEqualTo((size + 3) / 4);
  }

  @Test
  void everyInteractionIsEquallyLikely() {
    Dataset data = Tables.dataset(rowsOfOneUser(5));
    int[] drawn = new int[5];
    for (Holdout fold : leave(2, 5000).split(data, SEED)) {
      Interactions truth = fold.heldOut().truth();
      for (int p = 0; p < truth.size(); p++) {
        drawn[truth.column(p)]++;
      }
    }
    // Binomial(5000, 2/5): mean 2000, standard deviation 35.
    assertThat(IntStream.of(drawn).boxed())
        .allSatisfy(count -> assertThat(count).isBetween(1850, 2150));
  }

  @Test
  void usersDoNotDependOnEachOther() {
    Dataset both = SplitterData.mixed();
    Interactions withoutFirst = both.interactions().filter(p -> p >= both.interactions().end(9));
    Holdout all = splitter().split(both, SEED).get(0);
    Holdout fewer = splitter().split(both.withInteractions(withoutFirst), SEED).get(0);
    for (int user = 10; user < both.users().size(); user++) {
      assertThat(fewer.heldOut().truth().columnsOf(user))
          .containsExactly(all.heldOut().truth().columnsOf(user));
    }
  }

  @Test
  void otherSeedsAndFoldsGiveOtherDraws() {
    Dataset data = SplitterData.mixed();
    List<Holdout> folds = leave(1, 2).split(data, SEED);
    List<Holdout> others = leave(1, 2).split(data, new Seed(4));
    List<String> first = Tables.pairs(data, folds.get(0).heldOut().truth());
    assertThat(first)
        .isNotEqualTo(Tables.pairs(data, folds.get(1).heldOut().truth()))
        .isNotEqualTo(Tables.pairs(data, others.get(0).heldOut().truth()));
  }

  @Test
  void sayExactlyOneSize() {
    assertThatThrownBy(
            () ->
                new RandomSubsampling.Params(
                    new HoldOutParams(null, null, Per.USER, ShareOf.REMAINING, Tables.CUSTOMARY),
                    1))
        .isInstanceOf(InputException.class)
        .hasMessage("give either test_ratio or leave_n_out, one of them is needed");
    assertThatThrownBy(
            () ->
                new RandomSubsampling.Params(
                    new HoldOutParams(.2, 1, Per.USER, ShareOf.REMAINING, Tables.CUSTOMARY), 1))
        .hasMessage("give either test_ratio or leave_n_out, not both");
    assertThatThrownBy(() -> Params.of(HoldOutParams.class, Map.of("test_ratio", 1)))
        .hasMessageEndingWith("test_ratio is '1', but must be a number, above 0 and below 1");
    assertThatThrownBy(
            () ->
                new RandomSubsampling.Params(
                    new HoldOutParams(null, 1, Per.GLOBAL, ShareOf.REMAINING, Tables.CUSTOMARY), 1))
        .hasMessageContaining("per: global");
  }
}
