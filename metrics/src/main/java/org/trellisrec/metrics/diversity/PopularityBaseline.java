package org.trellisrec.metrics.diversity;

import java.util.Arrays;
import org.trellisrec.data.Candidates;
import org.trellisrec.data.Hidden;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.ItemSet;
import org.trellisrec.metrics.Catalogue;
import org.trellisrec.spi.Popularity;
import org.trellisrec.spi.TaskContext;

/**
 * The model that recommends the most popular candidates that are not kept out of the user's lists.
 *
 * @param place place of every item among all candidates by popularity, ties by index; -1 for an
 *     item that is no candidate
 * @param hidden what is kept out of the lists
 * @param perUser candidates of each user's own, or null if they are the same for everyone
 */
record PopularityBaseline(int[] place, Hidden hidden, Interactions perUser) implements Baseline {

  static PopularityBaseline of(TaskContext task) {
    ItemSet candidates = Catalogue.candidates(task);
    Popularity popularity = task.popularity();
    long[] keys =
        candidates.stream()
            .mapToLong(
                item ->
                    ((long) (Integer.MAX_VALUE - popularity.count(item)) << Integer.SIZE) | item)
            .sorted()
            .toArray();
    int[] place = new int[candidates.catalogue()];
    Arrays.fill(place, -1);
    for (int i = 0; i < keys.length; i++) {
      place[(int) keys[i]] = i;
    }
    return new PopularityBaseline(
        place,
        task.hidden(),
        task.task().candidates() instanceof Candidates.PerUser own ? own.items() : null);
  }

  @Override
  public boolean recommends(int user, int item, int k) {
    if (place[item] < 0 || hidden.contains(user, item)) {
      return false;
    }
    int before =
        perUser == null
            ? place[item] - hidden.count(user, other -> isBefore(other, item))
            : ownBefore(user, item);
    return before < k;
  }

  private int ownBefore(int user, int item) {
    int before = 0;
    for (int p = perUser.start(user); p < perUser.end(user); p++) {
      int other = perUser.column(p);
      boolean repeated = p > perUser.start(user) && perUser.column(p - 1) == other;
      before += !repeated && isBefore(other, item) && !hidden.contains(user, other) ? 1 : 0;
    }
    return before;
  }

  private boolean isBefore(int other, int item) {
    return place[other] >= 0 && place[other] < place[item];
  }
}
