package org.trellisrec.splitters;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.trellisrec.data.Dataset;
import org.trellisrec.data.HeldOut.CandidateRule;
import org.trellisrec.data.Holdout;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.Share;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.Seed;
import org.trellisrec.spi.Splitter;

/** What holds for every splitter, any share and any data. */
class SplitterPropertiesTest {
  /**
   * A splitter with what it promises.
   *
   * @param discards true if interactions may belong to no part
   * @param share held out of every user's interactions; NaN if there is no such rule
   * @param coldUsers true if no user who is held out is trained
   * @param coldItems true if no item that is held out is trained
   */
  private record Case(
      String name,
      Splitter splitter,
      boolean discards,
      double share,
      boolean coldUsers,
      boolean coldItems) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static HoldOutParams holdOut(double share, Per per) {
    return new HoldOutParams(share, null, per, ShareOf.REMAINING, Tables.CUSTOMARY);
  }

  private static List<Case> cases(int percent) {
    double share = percent / 100.0;
    return List.of(
        new Case(
            "random_subsampling " + share,
            new RandomSubsampling(new RandomSubsampling.Params(holdOut(share, Per.USER), 1)),
            false,
            share,
            false,
            false),
        new Case(
            "random_subsampling of all " + share,
            new RandomSubsampling(new RandomSubsampling.Params(holdOut(share, Per.GLOBAL), 1)),
            false,
            Double.NaN,
            false,
            false),
        new Case(
            "temporal_hold_out " + share,
            new TemporalHoldOut(holdOut(share, Per.USER)),
            false,
            share,
            false,
            false),
        new Case(
            "random_cross_validation",
            new RandomCrossValidation(
                new RandomCrossValidation.Params(2 + percent % 4, Per.USER, Tables.CUSTOMARY)),
            false,
            Double.NaN,
            false,
            false),
        new Case(
            "user_cold " + share,
            new UserCold(
                new UserCold.Params(share, null, CandidateRule.TRUTH, 0, null, ShareOf.REMAINING)),
            false,
            Double.NaN,
            true,
            false),
        new Case(
            "item_cold " + share,
            new ItemCold(new ItemCold.Params(share, null, CandidateRule.TRUTH, ShareOf.REMAINING)),
            false,
            Double.NaN,
            false,
            true),
        new Case(
            "both_cold " + share,
            new BothCold(
                new BothCold.Params(share, null, null, CandidateRule.TRUTH, 0, ShareOf.REMAINING)),
            true,
            Double.NaN,
            true,
            true));
  }

  @Provide
  Arbitrary<Case> anySplitter() {
    return Combinators.combine(
            Arbitraries.integers().between(5, 90), Arbitraries.integers().between(0, 6))
        .as((percent, index) -> cases(percent).get(index));
  }

  /** Rows "user item rating time" of users with up to 15 of 20 items. */
  private static List<String> rows(long seed, int users) {
    Random random = new Random(seed);
    List<String> rows = new ArrayList<>();
    for (int user = 0; user < users; user++) {
      List<Integer> items = new ArrayList<>();
      for (int item = 0; item < 20; item++) {
        items.add(item);
      }
      Collections.shuffle(items, random);
      int count = 1 + random.nextInt(15);
      for (int item : items.subList(0, count)) {
        rows.add(
            "u%02d i%02d %d %d".formatted(user, item, 1 + random.nextInt(5), random.nextInt(30)));
      }
    }
    return rows;
  }

  private static Dataset data(List<String> rows) {
    return Tables.dataset(rows.toArray(String[]::new));
  }

  private static List<Holdout> split(Case any, List<String> rows, long seed) {
    try {
      return any.splitter().split(data(rows), new Seed(seed));
    } catch (InputException e) {
      Assume.that(false);
      throw e;
    }
  }

  @Property(tries = 200)
  void partsAreDisjointAndTogetherTheData(
      @ForAll("anySplitter") Case any,
      @ForAll long seed,
      @ForAll @IntRange(min = 3, max = 25) int n) {
    List<String> rows = rows(seed, n);
    Dataset data = data(rows);
    Set<String> all = new TreeSet<>(Tables.pairs(data, data.interactions()));
    for (Holdout fold : split(any, rows, seed)) {
      List<String> parts = new ArrayList<>(Tables.pairs(data, fold.train()));
      parts.addAll(Tables.pairs(data, fold.heldOut().truth()));
      parts.addAll(Tables.pairs(data, fold.heldOut().revealed()));
      assertThat(parts).doesNotHaveDuplicates();
      assertThat(all).containsAll(parts);
      if (!any.discards()) {
        assertThat(parts).hasSameSizeAs(all);
      }
    }
  }

  @Property(tries = 200)
  void coldIsCold(
      @ForAll("anySplitter") Case any,
      @ForAll long seed,
      @ForAll @IntRange(min = 3, max = 25) int n) {
    for (Holdout fold : split(any, rows(seed, n), seed)) {
      if (any.coldUsers()) {
        assertApart(fold.train(), fold.heldOut().truth());
      }
      if (any.coldItems()) {
        assertApart(fold.train().transpose(), fold.heldOut().truth().transpose());
      }
    }
  }

  private static void assertApart(Interactions train, Interactions truth) {
    for (int row = 0; row < train.rows(); row++) {
      assertThat(train.count(row) == 0 || truth.count(row) == 0).as("row %d", row).isTrue();
    }
  }

  @Property(tries = 200)
  void neitherTheOrderOfRowsNorASecondCallChangesASplit(
      @ForAll("anySplitter") Case any,
      @ForAll long seed,
      @ForAll @IntRange(min = 3, max = 25) int n) {
    List<String> rows = rows(seed, n);
    List<String> described = describe(data(rows), split(any, rows, seed));
    assertThat(describe(data(rows), split(any, rows, seed))).isEqualTo(described);
    List<String> shuffled = new ArrayList<>(rows);
    Collections.shuffle(shuffled, new Random(seed + 1));
    assertThat(describe(data(shuffled), split(any, shuffled, seed))).isEqualTo(described);
  }

  private static List<String> describe(Dataset data, List<Holdout> folds) {
    return folds.stream()
        .map(
            fold ->
                "%s / %s"
                    .formatted(
                        sorted(Tables.pairs(data, fold.train())),
                        sorted(Tables.pairs(data, fold.heldOut().truth()))))
        .toList();
  }

  private static List<String> sorted(List<String> pairs) {
    return pairs.stream().sorted().toList();
  }

  @Property(tries = 200)
  void sharesAreRoundedUpAndLeaveSomethingToTrain(
      @ForAll("anySplitter") Case any,
      @ForAll long seed,
      @ForAll @IntRange(min = 3, max = 25) int n) {
    Assume.that(!Double.isNaN(any.share()));
    List<String> rows = rows(seed, n);
    Interactions all = data(rows).interactions();
    Interactions truth = split(any, rows, seed).get(0).heldOut().truth();
    for (int user = 0; user < all.rows(); user++) {
      int count = all.count(user);
      int expected = count < 2 ? 0 : (int) Math.min(count - 1, new Share(any.share()).ceil(count));
      assertThat(truth.count(user)).as("held out of %d", count).isEqualTo(expected);
    }
  }

  @Property(tries = 100)
  void theShareOfColdEntitiesIsRoundedUpAndOneStaysWarm(
      @ForAll @IntRange(min = 5, max = 90) int percent,
      @ForAll boolean users,
      @ForAll long seed,
      @ForAll @IntRange(min = 3, max = 25) int n) {
    Case cold = cases(percent).get(users ? 4 : 5);
    List<String> rows = rows(seed, n);
    Interactions all = data(rows).interactions();
    Interactions truth = split(cold, rows, seed).get(0).heldOut().truth();
    int entities = present(users ? all : all.transpose());
    assertThat(present(users ? truth : truth.transpose()))
        .isEqualTo((int) Math.min(entities - 1, new Share(percent / 100.0).ceil(entities)));
  }

  private static int present(Interactions rows) {
    int present = 0;
    for (int row = 0; row < rows.rows(); row++) {
      present += rows.count(row) > 0 ? 1 : 0;
    }
    return present;
  }
}
