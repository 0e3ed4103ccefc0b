package org.trellisrec.data;

import com.carrotsearch.hppc.sorting.IndirectSort;
import java.util.Arrays;
import java.util.function.IntBinaryOperator;

/** The order of ids in a vocabulary: numeric if all are integers, otherwise by bytes. */
final class IdOrder {
  static final long NOT_A_NUMBER = Long.MIN_VALUE;

  private static final int MOST_DIGITS = 18;

  private final byte[] utf8;
  private final int[] starts;
  private final long[] keys;
  private final boolean numeric;

  IdOrder(byte[] utf8, int[] starts) {
    this.utf8 = utf8;
    this.starts = starts;
    long[] numbers = numbers();
    this.numeric = numbers != null;
    this.keys = numeric ? numbers : prefixes();
  }

  boolean isNumeric() {
    return numeric;
  }

  boolean equal(int a, int b) {
    return keys[a] == keys[b] && (numeric || compareBytes(a, b) == 0);
  }

  /** The numbers of the ids in ascending order. */
  int[] sorted() {
    boolean packable = numeric;
    for (long key : keys) {
      packable &= key >= 0 && key <= Integer.MAX_VALUE;
    }
    return packable ? sortedPacked() : IndirectSort.mergesort(0, keys.length, comparator());
  }

  /**
   * The integer that these bytes write in the usual way (no leading zeros, at most 18 digits), or
   * {@link #NOT_A_NUMBER}.
   */
  static long number(byte[] bytes, int from, int to) {
    int first = from < to && bytes[from] == '-' ? from + 1 : from;
    boolean usual = first < to && to - first <= MOST_DIGITS;
    if (!usual || (bytes[first] == '0' && to - from > 1)) {
      return NOT_A_NUMBER;
    }
    long value = 0;
    for (int i = first; i < to; i++) {
      int digit = bytes[i] - '0';
      if (digit < 0 || digit > 9) {
        return NOT_A_NUMBER;
      }
      value = 10 * value + digit;
    }
    return first > from ? -value : value;
  }

  private int[] sortedPacked() {
    long[] packed = new long[keys.length];
    for (int i = 0; i < keys.length; i++) {
      packed[i] = keys[i] << Integer.SIZE | i;
    }
    Arrays.sort(packed);
    int[] order = new int[keys.length];
    for (int i = 0; i < order.length; i++) {
      order[i] = (int) packed[i];
    }
    return order;
  }

  private IntBinaryOperator comparator() {
    if (numeric) {
      return (a, b) -> Long.compare(keys[a], keys[b]);
    }
    return (a, b) -> {
      int order = Long.compareUnsigned(keys[a], keys[b]);
      return order != 0 ? order : compareBytes(a, b);
    };
  }

  private int compareBytes(int a, int b) {
    return Arrays.compareUnsigned(utf8, starts[a], starts[a + 1], utf8, starts[b], starts[b + 1]);
  }

  private long[] numbers() {
    long[] numbers = new long[starts.length - 1];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = number(utf8, starts[i], starts[i + 1]);
      if (numbers[i] == NOT_A_NUMBER) {
        return null;
      }
    }
    return numbers;
  }

  /** The first eight bytes as an unsigned number, zero-padded. */
  private long[] prefixes() {
    long[] prefixes = new long[starts.length - 1];
    for (int i = 0; i < prefixes.length; i++) {
      for (int b = 0; b < Long.BYTES; b++) {
        int at = starts[i] + b;
        prefixes[i] = prefixes[i] << Byte.SIZE | (at < starts[i + 1] ? utf8[at] & 0xFF : 0);
      }
    }
    return prefixes;
  }
}
