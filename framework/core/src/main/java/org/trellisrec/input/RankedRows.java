package org.trellisrec.input;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * Lists that were made elsewhere: rows of user, item and score, gathered by user and in {@link
 * ScoreOrder}.
 *
 * @param users who have a list, ascending
 * @param starts where each list starts in {@code rows}; at the end, their number
 * @param rows numbers of rows, list by list
 */
public record RankedRows(int[] users, int[] starts, int[] rows) {
  /** Says what is wrong with two rows of one user and one item. */
  @FunctionalInterface
  public interface Repetition {
    /**
     * The exception to throw.
     *
     * @param first number of the first row
     * @param second number of the row that repeats it
     */
    RuntimeException of(int first, int second);
  }

  /**
   * The lists of rows in any order.
   *
   * @param count number of rows
   * @param user of a row, from 0; memory grows with the largest
   * @param item of a row, from 0
   * @param score of a row, finite
   * @param repetition makes what is thrown if an item is twice in a list
   */
  public static RankedRows of(
      int count,
      IntUnaryOperator user,
      IntUnaryOperator item,
      IntToDoubleFunction score,
      Repetition repetition) {
    int bound = IntStream.range(0, count).map(user).max().orElse(-1) + 1;
    int[] starts = new int[bound + 1];
    for (int row = 0; row < count; row++) {
      starts[user.applyAsInt(row) + 1]++;
    }
    for (int next = 0; next < bound; next++) {
      starts[next + 1] += starts[next];
    }
    int[] rows = inOrder(count, user, starts.clone());
    int[] users =
        IntStream.range(0, bound).filter(each -> starts[each + 1] > starts[each]).toArray();
    int[] ofUsers =
        IntStream.concat(Arrays.stream(users).map(each -> starts[each]), IntStream.of(count))
            .toArray();
    for (int list = 0; list < users.length; list++) {
      requireDistinct(rows, ofUsers[list], ofUsers[list + 1], item, repetition);
      ScoreOrder.sort(rows, ofUsers[list], ofUsers[list + 1], score);
    }
    return new RankedRows(users, ofUsers, rows);
  }

  private static int[] inOrder(int count, IntUnaryOperator user, int[] next) {
    int[] rows = new int[count];
    for (int row = 0; row < count; row++) {
      rows[next[user.applyAsInt(row)]++] = row;
    }
    return rows;
  }

  private static void requireDistinct(
      int[] rows, int from, int to, IntUnaryOperator item, Repetition repetition) {
    long[] keys = new long[to - from];
    for (int i = from; i < to; i++) {
      keys[i - from] = ((long) item.applyAsInt(rows[i]) << Integer.SIZE) | rows[i];
    }
    Arrays.sort(keys);
    for (int i = 1; i < keys.length; i++) {
      if (keys[i] >>> Integer.SIZE == keys[i - 1] >>> Integer.SIZE) {
        throw repetition.of((int) keys[i - 1], (int) keys[i]);
      }
    }
  }

  /** Length of a list. */
  public int size(int list) {
    return starts[list + 1] - starts[list];
  }

  /** Number of the row of a list at {@code rank}, from 0. */
  public int row(int list, int rank) {
    return rows[starts[list] + rank];
  }
}
