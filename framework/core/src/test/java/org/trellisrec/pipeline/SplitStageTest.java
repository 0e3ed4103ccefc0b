package org.trellisrec.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.trellisrec.data.Candidates;
import org.trellisrec.data.Dataset;
import org.trellisrec.data.EvalTask;
import org.trellisrec.data.HeldOut;
import org.trellisrec.data.Holdout;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.Split;
import org.trellisrec.data.Unseen;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.Seed;
import org.trellisrec.spi.Splitter;

class SplitStageTest {
  private static final Seed SEED = new Seed(1);
  private static final Dataset DATA = SmallData.dataset(3, 4, "0:0 0:1 0:2 1:0 1:1 1:3 2:2");

  /** Holds out these pairs, one fold each, from whatever is given. */
  private static Splitter holdingOut(String... folds) {
    return (data, seed) ->
        Arrays.stream(folds)
            .map(
                pairs -> {
                  Interactions all = data.interactions();
                  Interactions out = SmallData.matrix(all.rows(), all.columns(), pairs);
                  int[] rowOf = all.rowOfPositions();
                  return new Holdout(
                      all.filter(p -> !out.contains(rowOf[p], all.column(p))),
                      HeldOut.warm(all.filter(p -> out.contains(rowOf[p], all.column(p)))));
                })
            .toList();
  }

  @Test
  void foldsAreComposedAndNamed() {
    List<Split> splits =
        SplitStage.split(DATA, "p", holdingOut("0:0", "1:0"), holdingOut("0:1", "1:1"), SEED);
    assertThat(splits).extracting(Split::fold).containsExactly("0.0", "0.1", "1.0", "1.1");
    assertThat(splits).extracting(Split::protocol).containsOnly("p");
    Split third = splits.get(2);
    assertThat(SmallData.pairs(third.train())).isEqualTo("0:0 0:2 1:1 1:3 2:2");
    assertThat(SmallData.pairs(third.test().get(0).truth())).isEqualTo("1:0");
    assertThat(SmallData.pairs(third.validation().get(0).truth())).isEqualTo("0:1");
    assertThat(third.validation().get(0).name()).isEqualTo("validation_warm");
    assertThat(SplitStage.split(DATA, "p", holdingOut("0:0", "1:0"), null, SEED))
        .extracting(Split::fold)
        .containsExactly("0", "1");
  }

  @Test
  void testTasksArePosedAgainstWhatIsFinallyTrainedOn() {
    Split split = SplitStage.split(DATA, "p", holdingOut("0:0"), holdingOut("1:3"), SEED).get(0);
    EvalTask test = split.test().get(0);
    assertThat(test.history()).isSameAs(split.train());
    assertThat(((Candidates.Shared) test.candidates()).items().toArray())
        .as("item 3 went to validation")
        .containsExactly(0, 1, 2);
  }

  @Test
  void seedsOfFoldsDifferAndRepeat() {
    List<Long> seeds = new ArrayList<>();
    Splitter test =
        (data, seed) -> {
          seeds.add(seed.value());
          return holdingOut("0:0", "1:0").split(data, seed);
        };
    Splitter validation =
        (data, seed) -> {
          seeds.add(seed.value());
          return holdingOut("0:1").split(data, seed);
        };
    SplitStage.split(DATA, "p", test, validation, SEED);
    assertThat(seeds).hasSize(3).doesNotHaveDuplicates();
    List<Long> first = List.copyOf(seeds);
    seeds.clear();
    SplitStage.split(DATA, "p", test, validation, SEED);
    assertThat(seeds).isEqualTo(first);
  }

  @Test
  void remarksAndDiscardedInteractionsAreNoted() {
    List<String> notes = new ArrayList<>();
    Splitter splitter =
        (data, seed) -> {
          Holdout fold = holdingOut("1:3 2:2").split(data, seed).get(0);
          Interactions fewer = fold.train().filter(p -> p > 0);
          return List.of(new Holdout(fewer, fold.heldOut(), List.of("a remark")));
        };
    SplitStage.split(DATA, "p", splitter, null, SEED, notes::add);
    assertThat(notes)
        .containsExactly(
            "protocol 'p', fold 0, test: a remark",
            "protocol 'p', fold 0, test: 1 of 7 interactions belong to neither part and are discarded");
  }

  @Test
  void remarksNameThePartThatTheyAreAbout() {
    List<String> notes = new ArrayList<>();
    Splitter splitter =
        (data, seed) -> {
          Interactions all = data.interactions();
          Holdout fold = holdingOut(all.size() == 7 ? "1:3" : "0:0").split(data, seed).get(0);
          String remark = "%d given".formatted(all.size());
          return List.of(new Holdout(fold.train(), fold.heldOut(), List.of(remark)));
        };
    SplitStage.split(DATA, "p", splitter, splitter, SEED, notes::add);
    assertThat(notes)
        .containsExactly(
            "protocol 'p', fold 0, test: 7 given", "protocol 'p', fold 0, validation: 6 given");
  }

  @Test
  void emptyPartsAreRefused() {
    assertRefused(holdingOut(""), "the test split is empty");
    assertRefused(
        holdingOut(SmallData.pairs(DATA.interactions())), "leaves no training interaction of 7");
    assertRefused(holdingOut("2:2"), "none of the users with test interactions");
    assertRefused((data, seed) -> List.of(), "made no fold");
    assertThatThrownBy(() -> SplitStage.split(DATA, "p", holdingOut("0:0"), holdingOut(""), SEED))
        .hasMessageContaining("protocol 'p', fold 0: the validation split is empty");
  }

  @Test
  void brokenPromisesAreRefused() {
    Splitter leaking =
        (data, seed) ->
            List.of(
                new Holdout(data.interactions(), HeldOut.warm(SmallData.matrix(3, 4, "0:1 1:1"))));
    assertRefused(leaking, "2 held-out interactions of task 'warm' are also training interactions");
  }

  @Test
  void aTaskIsCalledWhatItsSplitterAnnounces() {
    HeldOut warm = holdout("0:0 1:0", "0:1", "").heldOut();
    HeldOut session =
        new HeldOut(
            "session",
            warm.truth(),
            warm.revealed(),
            warm.candidates(),
            warm.audience(),
            warm.unseen());
    Splitter wrong = new Fixed(new Holdout(SmallData.matrix(3, 4, "0:0 1:0"), session));
    String message =
        "protocol 'p': the splitter Fixed made the task 'session', but its method task gives"
            + " 'warm'; correct the plugin";
    assertThatThrownBy(() -> SplitStage.split(DATA, "p", wrong, null, SEED)).hasMessage(message);
    assertThatThrownBy(() -> SplitStage.split(DATA, "p", holdingOut("0:0"), wrong, SEED))
        .hasMessage(message);
  }

  @Test
  void inventedInteractionsAreRefused() {
    assertRefused(
        (data, seed) -> List.of(holdout("0:0 1:0", "0:3", "")),
        "1 held-out interactions of task 'warm' are not part of the data (first: user 'u0', item"
            + " 'i3')");
  }

  @Test
  void validationTakesNothingButWhatTheTestSplitLeftOver() {
    // Neither 0:2, which is revealed, nor 1:3 and 2:2, which are discarded, is left over.
    Splitter test = (data, seed) -> List.of(holdout("0:0 1:0 1:1", "0:1", "0:2"));
    String left = " interactions that are not part of what the test split left over (first: ";
    assertValidationRefused(
        test,
        holdout("1:0 1:1", "0:0 0:2 1:3", ""),
        "holds out 2" + left + "user 'u0', item 'i2')");
    assertValidationRefused(
        test, holdout("0:0 1:0 2:2", "1:1", ""), "trains 1" + left + "user 'u2', item 'i2')");
    assertValidationRefused(
        test, holdout("0:0 1:0", "1:1", "1:3"), "reveals 1" + left + "user 'u1', item 'i3')");
    Holdout sound = holdout("0:0 1:0", "1:1", "");
    assertThat(SplitStage.split(DATA, "p", test, (data, seed) -> List.of(sound), SEED)).hasSize(1);
  }

  private static Holdout holdout(String train, String truth, String revealed) {
    return new Holdout(
        SmallData.matrix(3, 4, train),
        new HeldOut(
            "warm",
            SmallData.matrix(3, 4, truth),
            SmallData.matrix(3, 4, revealed),
            HeldOut.CandidateRule.ALL,
            HeldOut.Audience.EVERYONE,
            Unseen.NOTHING));
  }

  private static void assertValidationRefused(Splitter test, Holdout inner, String message) {
    assertThatThrownBy(() -> SplitStage.split(DATA, "p", test, new Fixed(inner), SEED))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "protocol 'p', fold 0: for task 'validation_warm' the splitter Fixed " + message);
  }

  private record Fixed(Holdout holdout) implements Splitter {
    @Override
    public List<Holdout> split(Dataset data, Seed seed) {
      return List.of(holdout);
    }
  }

  private static void assertRefused(Splitter splitter, String message) {
    assertThatThrownBy(() -> SplitStage.split(DATA, "p", splitter, null, SEED))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(message);
  }
}
