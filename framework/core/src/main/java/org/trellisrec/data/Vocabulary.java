package org.trellisrec.data;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.regex.Pattern;

/**
 * The two-way map between the original ids of one kind of entity and the dense indices {@code
 * 0..size-1} used everywhere inside.
 *
 * <p>Indices follow the order of the ids, never the order of the input rows: numeric if every id is
 * an integer written in the usual way (no leading zeros, at most 18 digits), otherwise by UTF-8
 * bytes, which is code-point order. So the same set of ids gives the same indices, whatever file it
 * came from.
 */
public final class Vocabulary {
  private static final Pattern INTEGER = Pattern.compile("0|-?[1-9][0-9]{0,17}");

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
   * @throws IllegalArgumentException if an id occurs twice, or all of them together exceed 2 GiB of
   *     UTF-8
   */
  public static Vocabulary of(Collection<String> ids) {
    String[] sorted = ids.toArray(new String[0]);
    boolean numeric = Arrays.stream(sorted).allMatch(id -> INTEGER.matcher(id).matches());
    if (numeric) {
      Arrays.sort(sorted, Comparator.comparingLong(Long::parseLong));
    } else {
      Arrays.sort(sorted, Comparator.comparing(Vocabulary::utf8, Arrays::compareUnsigned));
    }
    int[] starts = new int[sorted.length + 1];
    byte[] pool = new byte[Math.max(16, sorted.length * 8)];
    for (int i = 0; i < sorted.length; i++) {
      if (i > 0 && sorted[i].equals(sorted[i - 1])) {
        throw new IllegalArgumentException("the id '%s' occurs twice".formatted(sorted[i]));
      }
      byte[] bytes = utf8(sorted[i]);
      starts[i + 1] = Math.addExact(starts[i], bytes.length);
      if (starts[i + 1] > pool.length) {
        pool =
            Arrays.copyOf(
                pool,
                (int) Math.min(Integer.MAX_VALUE - 8L, Math.max(starts[i + 1], pool.length * 2L)));
      }
      System.arraycopy(bytes, 0, pool, starts[i], bytes.length);
    }
    return new Vocabulary(Arrays.copyOf(pool, starts[sorted.length]), starts, numeric);
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
    if (numeric && !INTEGER.matcher(id).matches()) {
      return -1;
    }
    byte[] key = utf8(id);
    int low = 0;
    int high = size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = numeric ? Long.compare(number(middle), Long.parseLong(id)) : compare(middle, key);
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

  /** The ids at these ascending indices, as a vocabulary of their own. */
  public Vocabulary select(int[] indices) {
    return of(Arrays.stream(indices).mapToObj(this::id).toList());
  }

  private int compare(int index, byte[] key) {
    return Arrays.compareUnsigned(utf8, starts[index], starts[index + 1], key, 0, key.length);
  }

  private long number(int index) {
    return Long.parseLong(id(index));
  }

  private static byte[] utf8(String id) {
    return id.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return "Vocabulary[%d ids]".formatted(size());
  }
}
