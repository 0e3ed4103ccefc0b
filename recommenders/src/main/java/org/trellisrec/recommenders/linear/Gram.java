package org.trellisrec.recommenders.linear;

import java.util.Arrays;
import java.util.function.IntConsumer;
import org.trellisrec.recommenders.math.DenseMatrix;
import org.trellisrec.recommenders.math.ParallelLoop;
import org.trellisrec.recommenders.math.SparseRows;

/** The regularised Gram matrix X'X + l2 I of the items. */
final class Gram {
  private static final int ROWS_PER_TASK = 16;

  private Gram() {}

  /** Fills the lower triangle of {@code target}. */
  static void lowerTriangle(
      SparseRows byUser, Ease.Params params, int threads, DenseMatrix target) {
    SparseRows byItem = byUser.transpose();
    int n = byItem.rows();
    int tasks = (n + ROWS_PER_TASK - 1) / ROWS_PER_TASK;
    ParallelLoop.forEach(
        threads,
        tasks,
        () -> {
          double[] row = new double[n];
          float[] rounded = new float[n];
          return (IntConsumer)
              task -> {
                int to = Math.min(n, (task + 1) * ROWS_PER_TASK);
                for (int item = task * ROWS_PER_TASK; item < to; item++) {
                  multiply(byItem, byUser, item, row);
                  row[item] = diagonal(byItem, item, row[item], params);
                  round(row, rounded, item + 1);
                  target.setRow(item, rounded, item + 1);
                }
              };
        });
  }

  private static void multiply(SparseRows byItem, SparseRows byUser, int item, double[] row) {
    Arrays.fill(row, 0, item + 1, 0);
    for (int p = byItem.start(item); p < byItem.end(item); p++) {
      addUpTo(byUser, byItem.column()[p], byItem.value()[p], item, row);
    }
  }

  private static void addUpTo(SparseRows byUser, int user, double rating, int last, double[] row) {
    int[] column = byUser.column();
    float[] value = byUser.value();
    int to = byUser.end(user);
    for (int q = byUser.start(user); q < to && column[q] <= last; q++) {
      row[column[q]] += rating * value[q];
    }
  }

  private static void round(double[] row, float[] rounded, int count) {
    for (int i = 0; i < count; i++) {
      rounded[i] = (float) row[i];
    }
  }

  private static double diagonal(SparseRows byItem, int item, double gram, Ease.Params params) {
    double own = params.diagonal() == Diagonal.COUNT ? byItem.end(item) - byItem.start(item) : gram;
    return own + params.l2();
  }
}
