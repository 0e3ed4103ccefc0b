package org.trellisrec.data;

import java.util.Arrays;
import java.util.List;

/** Puts entries of several columns into one, as 32-bit offsets where the span allows it. */
final class LongAssembly {
  private final LongColumn[] parts;
  private final long base;
  private final int[] offsets;
  private final long[] values;

  private LongAssembly(LongColumn[] parts, long base, int[] offsets, long[] values) {
    this.parts = parts;
    this.base = base;
    this.offsets = offsets;
    this.values = values;
  }

  /**
   * Prepares for entries of these parts.
   *
   * @param sizes number of entries of each part
   */
  static LongAssembly of(List<LongColumn> parts, int[] sizes, int size) {
    long min = Long.MAX_VALUE;
    long max = Long.MIN_VALUE;
    for (int part = 0; part < sizes.length; part++) {
      LongColumn column = parts.get(part);
      for (int i = 0; i < sizes[part]; i++) {
        min = Math.min(min, column.get(i));
        max = Math.max(max, column.get(i));
      }
    }
    long span = max - min;
    boolean wide = size > 0 && (span < 0 || span > LongColumn.SPAN_OF_UNSIGNED_INT);
    return new LongAssembly(
        parts.toArray(new LongColumn[0]),
        size > 0 ? min : 0,
        wide ? null : new int[size],
        wide ? new long[size] : null);
  }

  /** Copies the entry at {@code index} of a part to {@code position}. */
  void put(int part, int index, int position) {
    long value = parts[part].get(index);
    if (offsets != null) {
      offsets[position] = (int) (value - base);
    } else {
      values[position] = value;
    }
  }

  /** Replaces the entries at {@code from + i} by those at {@code from + order[i]}. */
  void reorder(int from, int[] order, int count) {
    if (offsets != null) {
      int[] old = Arrays.copyOfRange(offsets, from, from + count);
      for (int i = 0; i < count; i++) {
        offsets[from + i] = old[order[i]];
      }
    } else {
      long[] old = Arrays.copyOfRange(values, from, from + count);
      for (int i = 0; i < count; i++) {
        values[from + i] = old[order[i]];
      }
    }
  }

  LongColumn finish() {
    return offsets != null ? LongColumn.offsets(base, offsets) : LongColumn.plain(values);
  }
}
