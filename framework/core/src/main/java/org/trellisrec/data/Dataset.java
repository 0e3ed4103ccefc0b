package org.trellisrec.data;

import java.util.BitSet;
import java.util.Objects;

/**
 * What was read: named interactions between the users and items of two vocabularies, and what is
 * known about these entities beyond their interactions.
 *
 * @param name the name from the configuration
 * @param users ids of the rows of {@code interactions}
 * @param items ids of the columns of {@code interactions}
 * @param interactions users x items
 * @param side modalities of users and items, aligned with the vocabularies
 */
public record Dataset(
    String name,
    Vocabulary users,
    Vocabulary items,
    Interactions interactions,
    SideInformation side) {

  /** Checks that the shapes fit together. */
  public Dataset {
    Objects.requireNonNull(name, "name");
    if (interactions.rows() != users.size() || interactions.columns() != items.size()) {
      throw new IllegalArgumentException(
          "interactions are %d x %d, but there are %d users and %d items"
              .formatted(interactions.rows(), interactions.columns(), users.size(), items.size()));
    }
  }

  /** A data set without side information. */
  public Dataset(String name, Vocabulary users, Vocabulary items, Interactions interactions) {
    this(name, users, items, interactions, SideInformation.NONE);
  }

  /** The same entities with other interactions of the same shape. */
  public Dataset withInteractions(Interactions other) {
    return new Dataset(name, users, items, other, side);
  }

  /** The same entities and interactions with other side information. */
  public Dataset withSide(SideInformation other) {
    return new Dataset(name, users, items, interactions, other);
  }

  /** This data set without the users and items that have no interaction, re-indexed. */
  public Dataset compact() {
    int[] keptUsers = nonEmptyRows();
    int[] keptItems = ItemSet.occurringIn(interactions).toArray();
    if (keptUsers.length == users.size() && keptItems.length == items.size()) {
      return this;
    }
    int[] newUser = inverse(keptUsers, users.size());
    int[] newItem = inverse(keptItems, items.size());
    int size = interactions.size();
    int[] rowOf = interactions.rowOfPositions();
    int[] columnOf = new int[size];
    float[] ratings = new float[size];
    long[] times = interactions.hasTimestamps() ? new long[size] : null;
    for (int p = 0; p < size; p++) {
      rowOf[p] = newUser[rowOf[p]];
      columnOf[p] = newItem[interactions.column(p)];
      ratings[p] = interactions.rating(p);
      if (times != null) {
        times[p] = interactions.timestamp(p);
      }
    }
    return new Dataset(
        name,
        users.select(keptUsers),
        items.select(keptItems),
        Interactions.of(keptUsers.length, keptItems.length, rowOf, columnOf, ratings, times),
        side.select(keptUsers, keptItems));
  }

  private int[] nonEmptyRows() {
    BitSet kept = new BitSet(users.size());
    for (int user = 0; user < users.size(); user++) {
      kept.set(user, interactions.count(user) > 0);
    }
    return kept.stream().toArray();
  }

  private static int[] inverse(int[] kept, int size) {
    int[] inverse = new int[size];
    for (int i = 0; i < kept.length; i++) {
      inverse[kept[i]] = i;
    }
    return inverse;
  }
}
