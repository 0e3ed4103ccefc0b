package org.trellisrec.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.PermutationSampler;
import org.trellisrec.data.Dataset;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.Vocabulary;
import org.trellisrec.spi.Seed;

/** Small data for tests of splitters. */
public final class SplitterData {
  private static final int USERS = 40;
  private static final int ITEMS = 30;
  private static final int FIRST_REGULAR_USER = 3;

  private SplitterData() {}

  /**
   * 40 users and 30 items with ratings 1 to 5 and times that often coincide. User {@code u00} has
   * no interaction, {@code u01} and {@code u02} have one, the others 2 to 21.
   */
  public static Dataset mixed() {
    return mixed(new Seed(0));
  }

  /** The same data from input rows in another order. */
  public static Dataset mixedInOtherOrder() {
    return mixed(new Seed(1));
  }

  private static Dataset mixed(Seed order) {
    List<int[]> rows = rows();
    int[] shuffled = PermutationSampler.natural(rows.size());
    PermutationSampler.shuffle(order.rng(), shuffled);
    int size = rows.size();
    int[] userOf = new int[size];
    int[] itemOf = new int[size];
    float[] ratings = new float[size];
    long[] times = new long[size];
    for (int i = 0; i < size; i++) {
      int[] row = rows.get(shuffled[i]);
      userOf[i] = row[0];
      itemOf[i] = row[1];
      ratings[i] = row[2];
      times[i] = row[3];
    }
    return new Dataset(
        "mixed",
        ids("u", USERS),
        ids("i", ITEMS),
        Interactions.of(USERS, ITEMS, userOf, itemOf, ratings, times));
  }

  private static List<int[]> rows() {
    UniformRandomProvider random = new Seed(7).rng();
    List<int[]> rows = new ArrayList<>();
    for (int user = 1; user < USERS; user++) {
      int count = user < FIRST_REGULAR_USER ? 1 : 2 + random.nextInt(20);
      int[] items = PermutationSampler.natural(ITEMS);
      PermutationSampler.shuffle(random, items);
      for (int n = 0; n < count; n++) {
        rows.add(new int[] {user, items[n], 1 + random.nextInt(5), 1000 + random.nextInt(50)});
      }
    }
    return rows;
  }

  private static Vocabulary ids(String prefix, int size) {
    return Vocabulary.of(
        IntStream.range(0, size).mapToObj(i -> "%s%02d".formatted(prefix, i)).toList());
  }
}
