package org.trellisrec.metrics.diversity;

import java.util.Arrays;
import org.trellisrec.data.Candidates;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.ItemSet;
import org.trellisrec.metrics.Catalogue;
import org.trellisrec.spi.Popularity;
import org.trellisrec.spi.TaskContext;

/**
 * The model that recommends the most popular candidates outside the user's history.
 *
 * @param place place of every item among all candidates by popularity, ties by index; -1 for an
 *     item that is no candidate
 * @param history what is never recommended again
 * @param perUser candidates of each user's own, or null if they are the same for everyone
 */
record PopularityBaseline(int[] place, Interactions history, Interactions perUser)
    implements Baseline {

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
        task.task().history(),
        task.task().candidates() instanceof Candidates.PerUser own ? own.items() : null);
  }

  @Override
  public boolean recommends(int user, int item, int k) {
    if (place[item] < 0 || history.contains(user, item)) {
      return false;
    }
    int before = perUser == null ? place[item] : 0;
    Interactions rows = perUser == null ? history : perUser;
    for (int p = rows.start(user); p < rows.end(user); p++) {
      int other = rows.column(p);
      boolean repeated = p > rows.start(user) && rows.column(p - 1) == other;
      if (!repeated && place[other] >= 0 && place[other] < place[item]) {
        before += perUser == null ? -1 : history.contains(user, other) ? 0 : 1;
      }
    }
    return before < k;
  }
}
