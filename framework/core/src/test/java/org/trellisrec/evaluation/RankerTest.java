package org.trellisrec.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.trellisrec.data.Candidates;
import org.trellisrec.data.EvalTask;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.ItemSet;
import org.trellisrec.spi.DivergedException;
import org.trellisrec.spi.ListModel;
import org.trellisrec.spi.Model;
import org.trellisrec.spi.Progress;
import org.trellisrec.spi.Seed;

class RankerTest {
  private static final int USERS = 700;
  private static final int ITEMS = 40;

  /** The definition: sort all that may be recommended. */
  private static List<Integer> sorted(
      float[] scores, int user, Candidates candidates, List<Interactions> hidden) {
    List<Integer> items = new ArrayList<>();
    for (int item = 0; item < ITEMS; item++) {
      int candidate = item;
      boolean allowed =
          candidates instanceof Candidates.Shared shared
              ? shared.items().contains(item)
              : ((Candidates.PerUser) candidates).items().contains(user, item);
      if (allowed
          && !Float.isNaN(scores[item])
          && hidden.stream().noneMatch(h -> h.contains(user, candidate))) {
        items.add(item);
      }
    }
    items.sort(Comparator.<Integer>comparingDouble(i -> -(scores[i] + 0f)).thenComparing(i -> i));
    return items;
  }

  private static Interactions random(UniformRandomProvider rng, double density) {
    int[] cells =
        IntStream.range(0, USERS * ITEMS).filter(c -> rng.nextDouble() < density).toArray();
    return Interactions.of(
        USERS,
        ITEMS,
        IntStream.of(cells).map(c -> c / ITEMS).toArray(),
        IntStream.of(cells).map(c -> c % ITEMS).toArray(),
        null,
        null);
  }

  /** Few levels with many ties for every other user, many orders of magnitude for the rest. */
  private static float[][] scores(UniformRandomProvider rng) {
    float[][] scores = new float[USERS][ITEMS];
    for (int user = 0; user < USERS; user++) {
      for (int item = 0; item < ITEMS; item++) {
        int level = rng.nextInt(8);
        float spread = (level - 3) * (float) Math.exp(30 * rng.nextDouble());
        float score = user % 2 == 0 ? level - 3 : spread;
        scores[user][item] = level == 7 ? Float.NaN : level == 6 ? -0f : score;
      }
    }
    return scores;
  }

  private static Model model(float[][] scores) {
    return (users, out) -> {
      for (int row = 0; row < users.size(); row++) {
        assertThat(out[row]).containsOnly(Float.NaN);
        System.arraycopy(scores[users.user(row)], 0, out[row], 0, ITEMS);
      }
    };
  }

  @Property(tries = 20)
  void ranksAsSortingDoes(@ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int depth) {
    UniformRandomProvider rng = new Seed(seed).rng();
    Interactions history = random(rng, 0.2);
    Interactions held = random(rng, 0.1);
    int[] some = IntStream.range(0, USERS).filter(u -> u % 3 != 0).toArray();
    int[] others = IntStream.range(0, USERS).filter(u -> u % 2 == 0).toArray();
    Candidates shared = new Candidates.Shared(ItemSet.where(ITEMS, i -> i % 5 != 0));
    Candidates sampled = new Candidates.PerUser(random(rng, 0.4));
    List<RankRequest> requests =
        List.of(
            new RankRequest(new EvalTask("a", some, history, held, shared), List.of(history), true),
            new RankRequest(
                new EvalTask("b", others, history, held, shared), List.of(history, held), false),
            new RankRequest(new EvalTask("c", others, history, held, sampled), List.of(), true));
    float[][] scores = scores(rng);

    List<Recommendations> lists =
        new Ranker(depth, 3).rank("model", model(scores), requests, Progress.SILENT);

    for (int r = 0; r < requests.size(); r++) {
      for (int user : requests.get(r).task().users()) {
        List<Integer> expected =
            sorted(
                scores[user], user, requests.get(r).task().candidates(), requests.get(r).hidden());
        assertList(lists.get(r), user, expected, depth, scores[user]);
        if (requests.get(r).places()) {
          assertPlaces(lists.get(r), requests.get(r).task(), user, expected, scores[user]);
        }
      }
    }
  }

  private static void assertList(
      Recommendations lists, int user, List<Integer> expected, int depth, float[] scores) {
    int size = Math.min(depth, expected.size());
    assertThat(lists.size(user)).isEqualTo(size);
    for (int rank = 0; rank < size; rank++) {
      assertThat(lists.item(user, rank)).isEqualTo(expected.get(rank));
      assertThat(lists.score(user, rank)).isEqualTo(scores[expected.get(rank)] + 0.0);
    }
  }

  private static void assertPlaces(
      Recommendations lists, EvalTask task, int user, List<Integer> expected, float[] scores) {
    Places places = lists.places().orElseThrow();
    assertThat(places.candidates()[lists.row(user)]).isEqualTo(expected.size());
    for (int p = task.truth().start(user); p < task.truth().end(user); p++) {
      int item = task.truth().column(p);
      int rank = expected.indexOf(item);
      assertThat(places.ranks()[p]).isEqualTo(rank);
      assertThat(places.meanRank(p))
          .isEqualTo(rank < 0 ? -1 : meanRank(expected, scores, scores[item]));
      assertThat(places.scores()[p]).isEqualTo(Float.valueOf(rank < 0 ? Float.NaN : scores[item]));
    }
  }

  private static double meanRank(List<Integer> ranked, float[] scores, float score) {
    return IntStream.range(0, ranked.size())
        .filter(rank -> scores[ranked.get(rank)] == score)
        .average()
        .orElseThrow();
  }

  @Test
  void scoresEveryUserOnceForTasksOfOneHistory() {
    Interactions history = random(new Seed(1).rng(), 0.1);
    Interactions held = random(new Seed(2).rng(), 0.1);
    Candidates all = new Candidates.Shared(ItemSet.all(ITEMS));
    RankRequest first =
        new RankRequest(
            new EvalTask("a", new int[] {1, 2, 3}, history, held, all), List.of(), false);
    RankRequest second =
        new RankRequest(
            new EvalTask("b", new int[] {2, 3, 4}, history, held, all), List.of(history), false);
    AtomicInteger scored = new AtomicInteger();
    AtomicLong progress = new AtomicLong();
    Model counting = (users, scores) -> scored.addAndGet(users.size());

    new Ranker(5, 1).rank("m", counting, List.of(first, second), progress::addAndGet);

    assertThat(scored).hasValue(4);
    assertThat(progress).hasValue(4);
    assertThat(Ranker.users(List.of(first, second))).isEqualTo(4);
  }

  @Test
  void listsAreNoLongerThanTheCatalogue() {
    Interactions none = Interactions.empty(300, ITEMS);
    int[] users = IntStream.range(0, 300).toArray();
    EvalTask task = new EvalTask("t", users, none, none, new Candidates.Shared(ItemSet.all(ITEMS)));
    List<RankRequest> requests = List.of(new RankRequest(task, List.of(), false));
    float[][] scores = scores(new Seed(3).rng());
    int depth = 1 << 30;

    Recommendations lists =
        new Ranker(depth, 1).rank("m", model(scores), requests, Progress.SILENT).get(0);

    assertThat(lists.depth()).isEqualTo(depth);
    for (int user : users) {
      assertList(
          lists,
          user,
          sorted(scores[user], user, task.candidates(), List.of()),
          depth,
          scores[user]);
    }
  }

  /** The list of every user. */
  private record Given(int[] items, double[] scores) implements ListModel {
    @Override
    public int size(int user) {
      return items.length;
    }

    @Override
    public int item(int user, int rank) {
      return items[rank];
    }

    @Override
    public double score(int user, int rank) {
      return scores[rank];
    }
  }

  @Test
  void listsKeepTheirOrderAndTheirTies() {
    Interactions hidden = Interactions.of(1, 6, new int[1], new int[] {1}, null, null);
    Interactions truth = Interactions.of(1, 6, new int[3], new int[] {0, 1, 2}, null, null);
    Candidates candidates = new Candidates.Shared(ItemSet.where(6, item -> item != 5));
    EvalTask task = new EvalTask("t", new int[] {0}, hidden, truth, candidates);
    double[] scores = {3, 2, 1.5, 1, 1, 1 - 1e-12};
    Model given = new Given(new int[] {4, 1, 5, 3, 2, 0}, scores);
    List<RankRequest> requests = List.of(new RankRequest(task, List.of(hidden), true));
    AtomicLong progress = new AtomicLong();

    Recommendations lists = new Ranker(2, 1).rank("m", given, requests, progress::addAndGet).get(0);

    assertThat(progress).hasValue(1);
    assertThat(lists.depth()).isEqualTo(2);
    assertThat(lists.size(0)).isEqualTo(2);
    assertThat(new int[] {lists.item(0, 0), lists.item(0, 1)}).containsExactly(4, 3);
    assertThat(lists.score(0, 1)).isEqualTo(1);
    Places places = lists.places().orElseThrow();
    assertThat(places.candidates()).containsExactly(4);
    assertThat(places.ranks()).containsExactly(3, -1, 2);
    assertThat(IntStream.range(0, 3).mapToDouble(places::meanRank)).containsExactly(3.0, -1.0, 1.5);
  }

  @Test
  void listsThatAreNotOrderedAreRefused() {
    Interactions none = Interactions.empty(1, 3);
    EvalTask task =
        new EvalTask("t", new int[] {0}, none, none, new Candidates.Shared(ItemSet.all(3)));
    List<RankRequest> requests = List.of(new RankRequest(task, List.of(), false));
    for (double last : new double[] {2, Double.NaN, Double.NEGATIVE_INFINITY}) {
      Model broken = new Given(new int[] {0, 1}, new double[] {1, last});
      assertThatThrownBy(() -> new Ranker(2, 1).rank("Lists", broken, requests, Progress.SILENT))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("Lists has a list for user number 0 with the score " + last);
    }
  }

  /** For every user the first items in their order, so many as it says. */
  private record OfSize(int size) implements ListModel {
    @Override
    public int size(int user) {
      return size;
    }

    @Override
    public int item(int user, int rank) {
      return rank;
    }

    @Override
    public double score(int user, int rank) {
      return -rank;
    }
  }

  @Test
  void listsOfWrongItemsAreRefused() {
    assertListRefused(
        given(0, 1, 0), "item number 0 once more at rank 2; expected every item once");
    assertListRefused(given(1, 3), "item number 3 at rank 1; expected a number from 0 to 2");
    assertListRefused(given(-1), "item number -1 at rank 0; expected a number from 0 to 2");
    assertListRefused(new OfSize(-1), "the size -1; expected 0 or more");
    assertListRefused(new OfSize(4), "item number 3 at rank 3; expected a number from 0 to 2");
  }

  @Test
  void listsOfSeveralUsersMayHoldTheSameItems() {
    Recommendations lists =
        new Ranker(3, 1).rank("Lists", given(2, 0), twoUsers(), Progress.SILENT).get(0);
    assertThat(lists.size(3)).isEqualTo(2);
    assertThat(lists.size(4)).isEqualTo(2);
  }

  private static ListModel given(int... items) {
    return new Given(items, new double[items.length]);
  }

  private static List<RankRequest> twoUsers() {
    Interactions none = Interactions.empty(5, 3);
    EvalTask task =
        new EvalTask("t", new int[] {3, 4}, none, none, new Candidates.Shared(ItemSet.all(3)));
    return List.of(new RankRequest(task, List.of(), false));
  }

  private static void assertListRefused(ListModel broken, String message) {
    assertThatThrownBy(() -> new Ranker(2, 1).rank("Lists", broken, twoUsers(), Progress.SILENT))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("Lists has a list for user number 3 with " + message);
  }

  @Test
  void refusesInfiniteScores() {
    Interactions none = Interactions.empty(1, 3);
    EvalTask task =
        new EvalTask("t", new int[] {0}, none, none, new Candidates.Shared(ItemSet.all(3)));
    Model broken = (users, scores) -> scores[0][2] = Float.NEGATIVE_INFINITY;
    List<RankRequest> requests = List.of(new RankRequest(task, List.of(), false));

    assertThatThrownBy(() -> new Ranker(2, 2).rank("BPRMF", broken, requests, Progress.SILENT))
        .isInstanceOf(DivergedException.class)
        .hasMessageContaining("BPRMF")
        .hasMessageContaining("item number 2")
        .hasMessageContaining("-Infinity");
  }

  @Test
  void passesOnWhatAModelThrows() {
    Interactions none = Interactions.empty(600, 3);
    int[] users = IntStream.range(0, 600).toArray();
    EvalTask task = new EvalTask("t", users, none, none, new Candidates.Shared(ItemSet.all(3)));
    Model broken =
        (block, scores) -> {
          throw new IllegalStateException("no weights");
        };
    List<RankRequest> requests = List.of(new RankRequest(task, List.of(), false));

    assertThatThrownBy(() -> new Ranker(2, 2).rank("m", broken, requests, Progress.SILENT))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("no weights");
  }
}
