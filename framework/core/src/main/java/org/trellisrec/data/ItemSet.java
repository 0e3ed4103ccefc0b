package org.trellisrec.data;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** An immutable set of item indices out of a catalogue of known size. */
public final class ItemSet {
  private final int catalogue;
  private final BitSet members;

  private ItemSet(int catalogue, BitSet members) {
    this.catalogue = catalogue;
    this.members = members;
  }

  /** Every item of a catalogue of this size. */
  public static ItemSet all(int catalogue) {
    return where(catalogue, item -> true);
  }

  /** The items of a catalogue of this size that pass {@code test}. */
  public static ItemSet where(int catalogue, IntPredicate test) {
    BitSet members = new BitSet(catalogue);
    for (int item = 0; item < catalogue; item++) {
      members.set(item, test.test(item));
    }
    return new ItemSet(catalogue, members);
  }

  /** The items with at least one entry in these interactions. */
  public static ItemSet occurringIn(Interactions interactions) {
    int[] counts = interactions.columnCounts();
    return where(counts.length, item -> counts[item] > 0);
  }

  /** True if {@code item} is in the set. */
  public boolean contains(int item) {
    return members.get(item);
  }

  /** True if one of the columns with an entry in this row is in the set. */
  public boolean containsAnyOf(Interactions interactions, int row) {
    for (int position = interactions.start(row); position < interactions.end(row); position++) {
      if (members.get(interactions.column(position))) {
        return true;
      }
    }
    return false;
  }

  /** Number of items in the set. */
  public int size() {
    return members.cardinality();
  }

  /** Number of items that could be in the set. */
  public int catalogue() {
    return catalogue;
  }

  /** The members, ascending. */
  public IntStream stream() {
    return members.stream();
  }

  /** The members, ascending, as a new array. */
  public int[] toArray() {
    return stream().toArray();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ItemSet that
        && catalogue == that.catalogue
        && members.equals(that.members);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(new int[] {catalogue, members.hashCode()});
  }

  @Override
  public String toString() {
    return "ItemSet[%d of %d]".formatted(size(), catalogue);
  }
}
