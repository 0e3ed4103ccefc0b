package org.trellisrec.tensorflow.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.trellisrec.data.Interactions;

/** Small training data, and batches as the pairs of users and items they stand for. */
final class Pairs {
  static final int USERS = 12;
  static final int ITEMS = 15;

  /** A user who has everything that occurs in training. */
  static final int SATED = 3;

  /** A user without interactions. */
  static final int EMPTY = 5;

  /** An item that nobody has. */
  static final int UNSEEN = 14;

  /**
   * A pair in a batch.
   *
   * @param place of the item in its list, from 0
   */
  record Pair(int user, int item, int place, float label) {}

  private Pairs() {}

  /** Ratings from 1 to 5. Users have between one and all of the fourteen items that occur. */
  static Interactions train() {
    List<int[]> cells = new ArrayList<>();
    for (int user = 0; user < USERS; user++) {
      for (int item = 0; item < UNSEEN; item++) {
        boolean has = user == SATED || (item * 5 + user) % UNSEEN <= user;
        if (has && user != EMPTY) {
          cells.add(new int[] {user, item});
        }
      }
    }
    float[] ratings = new float[cells.size()];
    for (int i = 0; i < ratings.length; i++) {
      ratings[i] = 1 + i % 5;
    }
    return Interactions.of(USERS, ITEMS, column(cells, 0), column(cells, 1), ratings, null);
  }

  private static int[] column(List<int[]> cells, int index) {
    return cells.stream().mapToInt(cell -> cell[index]).toArray();
  }

  /** All batches of an epoch. */
  static List<Batch> batches(BatchSource source, int epoch) {
    List<Batch> batches = new ArrayList<>();
    BatchSource.Epoch drawn = source.epoch(epoch);
    for (Batch batch = drawn.next(); batch != null; batch = drawn.next()) {
      batches.add(batch);
    }
    assertThat(batches).hasSize(source.batches());
    return batches;
  }

  /** The pairs of an epoch, in order. */
  static List<Pair> of(BatchSource source, int epoch) {
    return batches(source, epoch).stream().flatMap(batch -> of(batch).stream()).toList();
  }

  /** The pairs of a batch, after a check that it is well formed. */
  static List<Pair> of(Batch batch) {
    assertThat(batch.users()).doesNotHaveDuplicates();
    assertThat(batch.items()).doesNotHaveDuplicates();
    assertThat(batch.userSlots()).hasSize(batch.lists());
    assertThat(batch.itemSlots()).hasSize(batch.lists() * batch.length());
    assertThat(batch.labels()).hasSameSizeAs(batch.itemSlots());
    assertThat(Arrays.stream(batch.userSlots()).distinct().count()).isEqualTo(batch.users().length);
    assertThat(Arrays.stream(batch.itemSlots()).distinct().count()).isEqualTo(batch.items().length);
    List<Pair> pairs = new ArrayList<>();
    for (int slot = 0; slot < batch.itemSlots().length; slot++) {
      int user = batch.users()[batch.userSlots()[slot / batch.length()]];
      int item = batch.items()[batch.itemSlots()[slot]];
      pairs.add(new Pair(user, item, slot % batch.length(), batch.labels()[slot]));
    }
    return pairs;
  }

  /** Everything of a batch that a step depends on. */
  static String text(Batch batch) {
    return Arrays.toString(batch.users())
        + Arrays.toString(batch.items())
        + Arrays.toString(batch.userSlots())
        + Arrays.toString(batch.itemSlots())
        + Arrays.toString(batch.labels())
        + batch.lists()
        + " "
        + batch.length()
        + " "
        + batch.seed();
  }

  /** An epoch as text. */
  static List<String> text(BatchSource source, int epoch) {
    return batches(source, epoch).stream().map(Pairs::text).toList();
  }
}
