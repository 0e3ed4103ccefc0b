package org.trellisrec.splitters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.trellisrec.data.Dataset;
import org.trellisrec.data.Holdout;
import org.trellisrec.data.Interactions;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.Seed;
import org.trellisrec.spi.Splitter;
import org.trellisrec.testkit.SplitterContract;
import org.trellisrec.testkit.SplitterData;

class TemporalHoldOutTest extends SplitterContract {
  private static final Seed SEED = new Seed(0);

  private static Splitter splitter(Double ratio, Integer leave, Per per) {
    return new TemporalHoldOut(
        new HoldOutParams(ratio, leave, per, ShareOf.REMAINING, Tables.CUSTOMARY));
  }

  @Override
  protected Splitter splitter() {
    return splitter(0.2, null, Per.USER);
  }

  @Override
  protected OptionalDouble shareOfEveryUser() {
    return OptionalDouble.of(0.2);
  }

  @Test
  void takesTheLatestAndDrawsAmongEqualTimes() {
    Dataset data = Tables.dataset("a p 1 5", "a q 1 9", "a r 1 5", "a s 1 5", "a t 1 1", "b p 1 3");
    Map<String, Integer> held = new TreeMap<>();
    for (int seed = 0; seed < 300; seed++) {
      Holdout fold = splitter(0.6, null, Per.USER).split(data, new Seed(seed)).get(0);
      assertThat(fold.heldOut().truth().size()).isEqualTo(3);
      assertThat(Tables.pairs(data, fold.heldOut().truth())).contains("a q");
      assertThat(Tables.pairs(data, fold.train())).contains("a t");
      assertThat(fold.notes())
          .contains(
              "for 1 of 2 users equal times leave open which interactions are the latest; among"
                  + " those of one time some were drawn at random");
      Tables.pairs(data, fold.heldOut().truth()).forEach(pair -> held.merge(pair, 1, Integer::sum));
    }
    assertThat(held).containsOnlyKeys("a p", "a q", "a r", "a s");
    assertThat(List.of(held.get("a p"), held.get("a r"), held.get("a s")))
        .allSatisfy(times -> assertThat(times).isBetween(160, 240));
  }

  @Test
  void leavesTheLastOut() {
    Dataset data = Tables.dataset("a p 1 5", "a q 1 4", "b p 1 1", "c q 1 7", "c r 1 8");
    Holdout fold = splitter(null, 1, Per.USER).split(data, SEED).get(0);
    assertThat(Tables.pairs(data, fold.heldOut().truth())).containsExactly("a p", "c r");
    assertThat(fold.notes())
        .containsExactly("1 of 3 users have no more than 1 interaction and keep all in training");
  }

  @Test
  void globallyTakesTheLatestOfAll() {
    Dataset data = Tables.dataset("a p 1 1", "a q 1 2", "b p 1 3", "b q 1 4");
    Holdout fold = splitter(0.5, null, Per.GLOBAL).split(data, SEED).get(0);
    assertThat(Tables.pairs(data, fold.heldOut().truth())).containsExactly("b p", "b q");
    assertThat(fold.notes()).isEmpty();
  }

  @Test
  void globallyNotesEqualTimesThatTheCutDivides() {
    Dataset data = Tables.dataset("a p 1 1", "a q 1 2", "b p 1 2", "b q 1 4");
    Holdout fold = splitter(0.5, null, Per.GLOBAL).split(data, SEED).get(0);
    assertThat(Tables.pairs(data, fold.heldOut().truth())).hasSize(2).contains("b q");
    assertThat(fold.notes())
        .containsExactly(
            "equal times leave open which interactions are the latest; among those of one time some"
                + " were drawn at random");
  }

  @Test
  void noTrainingInteractionOfAUserIsLaterThanOneHeldOut() {
    Holdout fold = splitter().split(SplitterData.mixed(), SEED).get(0);
    Interactions truth = fold.heldOut().truth();
    Interactions train = fold.train();
    for (int user = 0; user < truth.rows(); user++) {
      for (int q = truth.start(user); q < truth.end(user); q++) {
        for (int p = train.start(user); p < train.end(user); p++) {
          assertThat(train.timestamp(p)).isLessThanOrEqualTo(truth.timestamp(q));
        }
      }
    }
  }

  @Test
  void dataWithoutTimesAreRefused() {
    assertThatThrownBy(() -> splitter().split(Tables.dataset("a p", "a q"), SEED))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("temporal_hold_out needs timestamps, but the data have none");
  }
}
