package org.trellisrec.splitters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.trellisrec.data.Dataset;
import org.trellisrec.data.HeldOut.Audience;
import org.trellisrec.data.HeldOut.CandidateRule;
import org.trellisrec.data.Holdout;
import org.trellisrec.data.Interactions;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.Seed;
import org.trellisrec.spi.Splitter;
import org.trellisrec.testkit.SplitterContract;
import org.trellisrec.testkit.SplitterData;

class FixedTimestampTest extends SplitterContract {
  private static final Seed SEED = new Seed(0);

  private static Splitter at(String timestamp, int below, int over) {
    return new FixedTimestamp(new FixedTimestamp.Params(timestamp, below, over, Tables.CUSTOMARY));
  }

  @Override
  protected Splitter splitter() {
    return at("best", 1, 1);
  }

  @Test
  void holdsOutTheMomentItselfAndAfter() {
    Dataset data = Tables.dataset("a p 1 5", "a q 1 6", "b p 1 7", "b q 1 4");
    Holdout fold = at("6", 1, 1).split(data, SEED).get(0);
    assertThat(Tables.pairs(data, fold.heldOut().truth())).containsExactly("a q", "b p");
    assertThat(Tables.pairs(data, fold.train())).containsExactly("a p", "b q");
  }

  @Test
  void servesNewUsersWhereEveryoneIsAskedFor() {
    Dataset data = Tables.dataset("a p 1 5", "a q 1 6", "b p 1 7", "b q 1 8");
    assertThat(served(data, Audience.TRAINED)).containsExactly("a");
    assertThat(served(data, Audience.EVERYONE)).containsExactly("a", "b");
  }

  private static List<String> served(Dataset data, Audience audience) {
    WarmRules rules = new WarmRules(CandidateRule.TRAIN, audience);
    Holdout fold =
        new FixedTimestamp(new FixedTimestamp.Params("6", 1, 1, rules)).split(data, SEED).get(0);
    return IntStream.of(fold.heldOut().against(fold.train()).users())
        .mapToObj(data.users()::id)
        .toList();
  }

  @Test
  void bestMomentIsTheLatestThatServesMostUsers() {
    // a counts in (1, 4], b in (3, 9], c in (2, 3]; two users in (2, 4], the latest is 4.
    Dataset data = Tables.dataset("a p 1 1", "a q 1 4", "b p 1 3", "b q 1 9", "c p 1 2", "c q 1 3");
    Holdout fold = splitter().split(data, SEED).get(0);
    assertThat(fold.notes()).containsExactly("the best timestamp is 4");
  }

  @Property(tries = 200)
  void bestMomentIsThatOfExhaustiveSearch(
      @ForAll @IntRange(max = 1_000_000) int seed,
      @ForAll @IntRange(min = 1, max = 3) int below,
      @ForAll @IntRange(min = 1, max = 3) int over) {
    Dataset data = SplitterData.mixed();
    boolean[] kept = new boolean[data.interactions().size()];
    var random = new Seed(seed).rng();
    IntStream.range(0, kept.length).forEach(p -> kept[p] = random.nextInt(4) == 0);
    Interactions some = data.interactions().filter(p -> kept[p]);
    long[] moments =
        LongStream.range(1000, 1050).filter(t -> users(some, t, below, over) > 0).toArray();
    if (moments.length == 0) {
      assertThatThrownBy(() -> BestTimestamp.of(some, below, over))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("no moment has a user");
      return;
    }
    long expected = moments[0];
    for (long t : moments) {
      expected = users(some, t, below, over) >= users(some, expected, below, over) ? t : expected;
    }
    assertThat(BestTimestamp.of(some, below, over)).isEqualTo(expected);
  }

  private static long users(Interactions all, long moment, int below, int over) {
    return IntStream.range(0, all.rows())
        .filter(
            u -> {
              long before =
                  IntStream.range(all.start(u), all.end(u))
                      .filter(p -> all.timestamp(p) < moment)
                      .count();
              return before >= below && all.count(u) - before >= over;
            })
        .count();
  }

  @Test
  void wrongMomentsAreRefused() {
    Dataset data = Tables.dataset("a p 1 5", "a q 1 6");
    assertThatThrownBy(() -> at("99", 1, 1).split(data, SEED))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "fixed_timestamp: 99 puts all 2 interactions on one side; their times run from 5 to 6");
    for (String wrong : List.of("latest", "", "1e9", "12345678901234567890")) {
      assertThatThrownBy(() -> at(wrong, 1, 1))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("must be an integer in the unit of the data, or 'best'");
    }
    assertThatThrownBy(() -> splitter().split(Tables.dataset("a p", "a q"), SEED))
        .hasMessageStartingWith("fixed_timestamp needs timestamps");
  }
}
