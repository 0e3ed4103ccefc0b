package org.trellisrec.evaluation;

import com.carrotsearch.hppc.DoubleArrayList;
import com.carrotsearch.hppc.IntArrayList;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.trellisrec.input.RankedRows;
import org.trellisrec.input.ScoreOrder;

/**
 * Builds whole lists from rows (user, item, score) in any order. The list of a user is in {@link
 * ScoreOrder}.
 */
public final class RecommendationsBuilder {
  private final IntArrayList users = new IntArrayList();
  private final IntArrayList items = new IntArrayList();
  private final DoubleArrayList scores = new DoubleArrayList();

  /** One row; scores are finite. */
  public void add(int user, int item, double score) {
    if (!Double.isFinite(score)) {
      throw new IllegalArgumentException("score %s is not finite".formatted(score));
    }
    users.add(user);
    items.add(item);
    scores.add(score);
  }

  /** Number of rows. */
  public int size() {
    return users.size();
  }

  /**
   * The lists of the users that occur.
   *
   * @throws IllegalArgumentException if a user is recommended an item twice
   */
  public Recommendations build() {
    RankedRows lists =
        RankedRows.of(
            size(), users::get, items::get, scores::get, RecommendationsBuilder::repeated);
    int[] sizes = IntStream.range(0, lists.users().length).map(lists::size).toArray();
    int[] sortedItems = Arrays.stream(lists.rows()).map(items::get).toArray();
    double[] sortedScores = Arrays.stream(lists.rows()).mapToDouble(scores::get).toArray();
    return new Recommendations(
        Recommendations.WHOLE,
        lists.users(),
        lists.starts(),
        sizes,
        sortedItems,
        i -> sortedScores[i],
        false,
        null);
  }

  private static IllegalArgumentException repeated(int first, int second) {
    return new IllegalArgumentException(
        "rows %d and %d recommend the same item to the same user".formatted(first, second));
  }
}
