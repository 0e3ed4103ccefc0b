package org.trellisrec.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Builds interactions out of parts by a parallel counting sort, without an array of positions: next
 * to the parts and the result it needs one counter per row and group of parts.
 */
public final class InteractionParts {
  private static final int MOST_GROUPS = 8;
  private static final int ROWS_PER_TASK = 4096;

  private final List<Part> parts;
  private final int rows;
  private final int[] starts;
  private final int[] columnOf;
  private final FloatAssembly ratings;
  private final LongAssembly times;

  /**
   * Entries in order of appearance.
   *
   * @param rowOf row of every entry, through {@code rowMap}
   * @param columnOf column of every entry, through {@code columnMap}
   * @param rowMap the row that each number in {@code rowOf} stands for
   * @param columnMap the column that each number in {@code columnOf} stands for
   * @param ratings one rating per entry
   * @param times one timestamp per entry, or null; if any part has none, the result has none
   */
  public record Part(
      int[] rowOf,
      int[] columnOf,
      int[] rowMap,
      int[] columnMap,
      FloatColumn ratings,
      LongColumn times) {
    int size() {
      return rowOf.length;
    }
  }

  private InteractionParts(List<Part> parts, int rows) {
    this.parts = parts;
    this.rows = rows;
    int size = Math.toIntExact(parts.stream().mapToLong(Part::size).sum());
    this.starts = new int[rows + 1];
    this.columnOf = new int[size];
    this.ratings = FloatAssembly.of(parts.stream().map(Part::ratings).toList(), size);
    boolean timed = !parts.isEmpty() && parts.stream().allMatch(part -> part.times() != null);
    int[] sizes = parts.stream().mapToInt(Part::size).toArray();
    this.times =
        timed ? LongAssembly.of(parts.stream().map(Part::times).toList(), sizes, size) : null;
  }

  /**
   * The entries of all parts; entries of the same pair keep the order of the parts and within the
   * parts.
   *
   * @param threads threads to use; they do not change the result
   * @throws ArithmeticException if the entries are more than 2^31 - 1
   */
  public static Interactions assemble(int rows, int columns, List<Part> parts, int threads) {
    InteractionParts assembly = new InteractionParts(parts, rows);
    assembly.scatter(threads);
    assembly.sortRows(threads);
    return Interactions.ofRows(
        columns,
        assembly.starts,
        assembly.columnOf,
        assembly.ratings.finish(),
        assembly.times == null ? null : assembly.times.finish());
  }

  private void scatter(int threads) {
    int groups = Math.max(1, Math.min(Math.min(threads, MOST_GROUPS), parts.size()));
    int[][] next = new int[groups][];
    List<Runnable> counting = new ArrayList<>();
    List<Runnable> moving = new ArrayList<>();
    for (int g = 0; g < groups; g++) {
      int group = g;
      int from = (int) ((long) parts.size() * g / groups);
      int to = (int) ((long) parts.size() * (g + 1) / groups);
      counting.add(() -> next[group] = count(from, to));
      moving.add(() -> move(from, to, next[group]));
    }
    Workers.run(threads, counting);
    int position = 0;
    for (int row = 0; row < rows; row++) {
      starts[row] = position;
      for (int[] group : next) {
        int count = group[row];
        group[row] = position;
        position += count;
      }
    }
    starts[rows] = position;
    Workers.run(threads, moving);
  }

  private int[] count(int from, int to) {
    int[] counts = new int[rows];
    for (Part part : parts.subList(from, to)) {
      for (int row : part.rowOf()) {
        counts[part.rowMap()[row]]++;
      }
    }
    return counts;
  }

  private void move(int from, int to, int[] next) {
    for (int p = from; p < to; p++) {
      Part part = parts.get(p);
      for (int i = 0; i < part.size(); i++) {
        int position = next[part.rowMap()[part.rowOf()[i]]]++;
        columnOf[position] = part.columnMap()[part.columnOf()[i]];
        ratings.put(p, i, position);
        if (times != null) {
          times.put(p, i, position);
        }
      }
    }
  }

  private void sortRows(int threads) {
    List<Runnable> tasks = new ArrayList<>();
    for (int first = 0; first < rows; first += ROWS_PER_TASK) {
      int from = first;
      int to = Math.min(rows, first + ROWS_PER_TASK);
      tasks.add(() -> sortRows(from, to));
    }
    Workers.run(threads, tasks);
  }

  private void sortRows(int from, int to) {
    long[] keys = new long[0];
    int[] order = new int[0];
    for (int row = from; row < to; row++) {
      int count = starts[row + 1] - starts[row];
      if (!isAscending(row)) {
        if (count > keys.length) {
          keys = new long[count + count / 2];
          order = new int[keys.length];
        }
        sort(starts[row], count, keys, order);
      }
    }
  }

  private boolean isAscending(int row) {
    for (int p = starts[row] + 1; p < starts[row + 1]; p++) {
      if (columnOf[p - 1] > columnOf[p]) {
        return false;
      }
    }
    return true;
  }

  private void sort(int start, int count, long[] keys, int[] order) {
    for (int i = 0; i < count; i++) {
      keys[i] = (long) columnOf[start + i] << Integer.SIZE | i;
    }
    Arrays.sort(keys, 0, count);
    for (int i = 0; i < count; i++) {
      columnOf[start + i] = (int) (keys[i] >>> Integer.SIZE);
      order[i] = (int) keys[i];
    }
    ratings.reorder(start, order, count);
    if (times != null) {
      times.reorder(start, order, count);
    }
  }
}
