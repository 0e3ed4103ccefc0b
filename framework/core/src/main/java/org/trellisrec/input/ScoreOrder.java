package org.trellisrec.input;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.IntToDoubleFunction;

/**
 * The order of lists that were made elsewhere: the highest score first, equal scores as they were
 * given.
 */
public final class ScoreOrder {
  private ScoreOrder() {}

  /**
   * Sorts the rows of one list.
   *
   * @param rows numbers of rows, in the order in which they were given
   * @param from where the list starts in {@code rows}
   * @param to where it ends, exclusive
   * @param score the finite score of a row
   */
  public static void sort(int[] rows, int from, int to, IntToDoubleFunction score) {
    if (isSorted(rows, from, to, score)) {
      return;
    }
    int[] sorted =
        Arrays.stream(rows, from, to)
            .boxed()
            .sorted(Comparator.comparingDouble(row -> descending(score.applyAsDouble(row))))
            .mapToInt(Integer::intValue)
            .toArray();
    System.arraycopy(sorted, 0, rows, from, sorted.length);
  }

  /** Most files are in order, and sorting boxes every row. */
  private static boolean isSorted(int[] rows, int from, int to, IntToDoubleFunction score) {
    for (int i = from + 1; i < to; i++) {
      if (score.applyAsDouble(rows[i]) > score.applyAsDouble(rows[i - 1])) {
        return false;
      }
    }
    return true;
  }

  /** A comparator tells 0 from -0, which are equal scores; a difference has no -0. */
  private static double descending(double score) {
    return 0 - score;
  }
}
