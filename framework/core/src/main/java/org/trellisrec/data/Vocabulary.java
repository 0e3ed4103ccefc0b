package org.trellisrec.data;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;

/**
 * The two-way map between the original ids of one kind of entity and the dense indices {@code
 * 0..size-1} used everywhere inside.
 *
 * <p>Indices follow the order of the ids, never the order of the input rows: numeric if every id is
 * an integer written in the usual way (no leading zeros, at most 18 digits), otherwise by UTF-8
 * bytes, which is code-point order. So the same set of ids gives the same indices, whatever file it
 * came from. A selection keeps the order of the vocabulary it comes from.
 */
public final class Vocabulary {
  private final byte[] utf8;
  private final int[] starts;
  private final boolean numeric;

  private Vocabulary(byte[] utf8, int[] starts, boolean numeric) {
    this.utf8 = utf8;
    this.starts = starts;
    this.numeric = numeric;
  }

  /**
   * The vocabulary of these distinct ids, in any order.
   *
   * @throws IllegalArgumentException if an id occurs twice
   * @throws ArithmeticException if all ids together exceed 2 GiB of UTF-8
   */
  public static Vocabulary of(Collection<String> ids) {
    int[] starts = new int[ids.size() + 1];
    byte[] pool = new byte[Math.max(16, ids.size() * 8)];
    int size = 0;
    for (String id : ids) {
      byte[] bytes = utf8(id);
      starts[size + 1] = Math.addExact(starts[size], bytes.length);
      if (starts[size + 1] > pool.length) {
        pool = Arrays.copyOf(pool, roomFor(starts[size + 1]));
      }
      System.arraycopy(bytes, 0, pool, starts[size], bytes.length);
      size++;
    }
    return index(pool, starts).vocabulary();
  }

  /**
   * A vocabulary made of ids that have numbers already.
   *
   * @param indexOf the index that each id has in the vocabulary, by its old number
   */
  public record Indexed(Vocabulary vocabulary, int[] indexOf) {}

  /**
   * The vocabulary of distinct ids that stand one after the other in {@code utf8}.
   *
   * @param starts first byte of every id, and the end of the last one
   * @throws IllegalArgumentException if an id occurs twice
   */
  public static Indexed index(byte[] utf8, int[] starts) {
    IdOrder ids = new IdOrder(utf8, starts);
    int[] order = ids.sorted();
    Vocabulary sorted = arranged(utf8, starts, order, ids.isNumeric());
    int[] indexOf = new int[order.length];
    for (int index = 0; index < order.length; index++) {
      indexOf[order[index]] = index;
      if (index > 0 && ids.equal(order[index - 1], order[index])) {
        throw new IllegalArgumentException("the id '%s' occurs twice".formatted(sorted.id(index)));
      }
    }
    return new Indexed(sorted, indexOf);
  }

  private static Vocabulary arranged(byte[] utf8, int[] starts, int[] order, boolean numeric) {
    int[] newStarts = new int[order.length + 1];
    for (int i = 0; i < order.length; i++) {
      newStarts[i + 1] = newStarts[i] + starts[order[i] + 1] - starts[order[i]];
    }
    byte[] pool = new byte[newStarts[order.length]];
    for (int i = 0; i < order.length; i++) {
      int length = newStarts[i + 1] - newStarts[i];
      System.arraycopy(utf8, starts[order[i]], pool, newStarts[i], length);
    }
    return new Vocabulary(pool, newStarts, numeric);
  }

  private static int roomFor(int needed) {
    return (int) Math.min(Integer.MAX_VALUE - 8L, 2L * needed);
  }

  /** Number of ids. */
  public int size() {
    return starts.length - 1;
  }

  /** The original id of {@code index}. */
  public String id(int index) {
    return new String(
        utf8, starts[index], starts[index + 1] - starts[index], StandardCharsets.UTF_8);
  }

  /** The index of {@code id}, or -1 if it is unknown. Takes logarithmic time. */
  public int indexOf(String id) {
    byte[] key = utf8(id);
    long number = IdOrder.number(key, 0, key.length);
    if (numeric && number == IdOrder.NOT_A_NUMBER) {
      return -1;
    }
    int low = 0;
    int high = size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = numeric ? Long.compare(number(middle), number) : compare(middle, key);
      if (order == 0) {
        return middle;
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -1;
  }

  /** The ids at these ascending indices, in the same order, as a vocabulary of their own. */
  public Vocabulary select(int[] indices) {
    return arranged(utf8, starts, indices, numeric);
  }

  /** Heap bytes held by the arrays. */
  public long bytes() {
    return utf8.length + (long) Integer.BYTES * starts.length;
  }

  private int compare(int index, byte[] key) {
    return Arrays.compareUnsigned(utf8, starts[index], starts[index + 1], key, 0, key.length);
  }

  private long number(int index) {
    return IdOrder.number(utf8, starts[index], starts[index + 1]);
  }

  private static byte[] utf8(String id) {
    return id.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return "Vocabulary[%d ids]".formatted(size());
  }
}
