package org.trellisrec.data;

/**
 * An immutable column of 64-bit values, held as 32-bit offsets from the smallest one wherever the
 * span allows it (any period of 136 years in seconds).
 */
public abstract sealed class LongColumn {
  static final long SPAN_OF_UNSIGNED_INT = 0xFFFF_FFFFL;

  LongColumn() {}

  /** The value at {@code index}. */
  public abstract long get(int index);

  /** Heap bytes held, for statistics. */
  public abstract long bytes();

  abstract LongColumn gather(int[] positions, int size);

  /** The column with these values; the array is read, not kept, unless the offsets do not fit. */
  public static LongColumn of(long[] values) {
    long min = Long.MAX_VALUE;
    long max = Long.MIN_VALUE;
    for (long value : values) {
      min = Math.min(min, value);
      max = Math.max(max, value);
    }
    long span = max - min;
    if (values.length > 0 && (span < 0 || span > SPAN_OF_UNSIGNED_INT)) {
      return new Plain(values);
    }
    int[] offsets = new int[values.length];
    for (int i = 0; i < values.length; i++) {
      offsets[i] = (int) (values[i] - min);
    }
    return new Offsets(min, offsets);
  }

  /** A column of unsigned offsets from a base; the array is kept. */
  static LongColumn offsets(long base, int[] offsets) {
    return new Offsets(base, offsets);
  }

  /** A column of these values as they are; the array is kept. */
  static LongColumn plain(long[] values) {
    return new Plain(values);
  }

  private static final class Offsets extends LongColumn {
    private final long base;
    private final int[] offsets;

    Offsets(long base, int[] offsets) {
      this.base = base;
      this.offsets = offsets;
    }

    @Override
    public long get(int index) {
      return base + Integer.toUnsignedLong(offsets[index]);
    }

    @Override
    public long bytes() {
      return (long) Integer.BYTES * offsets.length;
    }

    @Override
    LongColumn gather(int[] positions, int size) {
      int[] gathered = new int[size];
      for (int i = 0; i < size; i++) {
        gathered[i] = offsets[positions[i]];
      }
      return new Offsets(base, gathered);
    }
  }

  private static final class Plain extends LongColumn {
    private final long[] values;

    Plain(long[] values) {
      this.values = values;
    }

    @Override
    public long get(int index) {
      return values[index];
    }

    @Override
    public long bytes() {
      return (long) Long.BYTES * values.length;
    }

    @Override
    LongColumn gather(int[] positions, int size) {
      long[] gathered = new long[size];
      for (int i = 0; i < size; i++) {
        gathered[i] = values[positions[i]];
      }
      return new Plain(gathered);
    }
  }
}
