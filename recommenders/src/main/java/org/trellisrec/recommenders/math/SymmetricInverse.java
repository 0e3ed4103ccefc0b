package org.trellisrec.recommenders.math;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.blas_set_num_threads;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_scopy;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemm;

import java.util.function.IntConsumer;
import org.bytedeco.javacpp.FloatPointer;

/**
 * Inverts a symmetric positive definite matrix in place by the sweep operator (Beaton 1964; see
 * Goodnight, The American Statistician 1979, doi:10.1080/00031305.1979.10482688), a block of pivots
 * at a time, so that nearly all work is matrix multiplication: {@code n^3} floating-point
 * operations.
 *
 * <p>BLAS runs on one thread for each piece of the work and the pieces are spread over threads
 * here: that makes the result the same, to the last bit, for any number of threads, which a
 * threaded LAPACK does not promise.
 */
public final class SymmetricInverse {
  private static final int PIVOTS = 128;
  private static final int ROWS_PER_TASK = 256;

  static {
    blas_set_num_threads(1);
  }

  private final DenseMatrix a;
  private final int n;
  private final int threads;

  private SymmetricInverse(DenseMatrix a, int threads) {
    this.a = a;
    this.n = a.rows();
    this.threads = threads;
  }

  /**
   * Replaces the lower triangle of a matrix by that of its inverse with the sign reversed.
   *
   * @param a a square matrix of which only the lower triangle, diagonal included, is read and
   *     written
   */
  public static void negateAndInvert(DenseMatrix a, int threads) {
    new SymmetricInverse(a, threads).sweepAll();
  }

  private void sweepAll() {
    int width = Math.min(PIVOTS, n);
    try (DenseMatrix panel = new DenseMatrix(n, width);
        DenseMatrix scaled = new DenseMatrix(n, width);
        DenseMatrix pivot = new DenseMatrix(width, width)) {
      for (int first = 0; first < n; first += width) {
        sweep(first, Math.min(width, n - first), panel, scaled, pivot);
      }
    }
  }

  /** With B the columns of the pivots and P the inverse of their block: A - B P B'. */
  private void sweep(
      int first, int width, DenseMatrix panel, DenseMatrix scaled, DenseMatrix pivot) {
    float[][] block = invertedBlock(first, width);
    for (int r = 0; r < width; r++) {
      pivot.setRow(r, block[r], width);
    }
    gather(first, width, panel);
    forRows(
        (from, to) -> {
          multiply(panel.at(from, 0), to - from, pivot, width, scaled.at(from, 0));
          subtract(scaled, panel, width, from, to);
        });
    scatter(first, width, scaled, block);
  }

  /** {@code scaled = -panel (-P)}. */
  private static void multiply(
      FloatPointer panel, int rows, DenseMatrix pivot, int width, FloatPointer scaled) {
    cblas_sgemm(
        CblasRowMajor,
        CblasNoTrans,
        CblasNoTrans,
        rows,
        width,
        width,
        -1,
        panel,
        pivot.columns(),
        pivot.at(0, 0),
        pivot.columns(),
        0,
        scaled,
        pivot.columns());
  }

  /** {@code A -= scaled panel'} in rows from..to, as far right as the diagonal needs. */
  private void subtract(DenseMatrix scaled, DenseMatrix panel, int width, int from, int to) {
    cblas_sgemm(
        CblasRowMajor,
        CblasNoTrans,
        CblasTrans,
        to - from,
        to,
        width,
        -1,
        scaled.at(from, 0),
        scaled.columns(),
        panel.at(0, 0),
        panel.columns(),
        1,
        a.at(from, 0),
        n);
  }

  /** Minus the inverse of the block of pivots, computed in double precision. */
  private float[][] invertedBlock(int first, int width) {
    double[][] block = new double[width][width];
    float[][] rounded = new float[width][width];
    for (int r = 0; r < width; r++) {
      a.getRow(first + r, first, rounded[r], r + 1);
      for (int c = 0; c <= r; c++) {
        block[r][c] = rounded[r][c];
        block[c][r] = rounded[r][c];
      }
    }
    PivotBlock.negateAndInvert(block);
    for (int r = 0; r < width; r++) {
      for (int c = 0; c < width; c++) {
        rounded[r][c] = (float) block[r][c];
      }
    }
    return rounded;
  }

  /** The columns of the pivots, above the block taken from the rows; zero within the block. */
  private void gather(int first, int width, DenseMatrix panel) {
    int below = first + width;
    float[] zeros = new float[width];
    for (int c = 0; c < width; c++) {
      cblas_scopy(first, a.at(first + c, 0), 1, panel.at(0, c), panel.columns());
      panel.setRow(first + c, zeros, width);
      if (below < n) {
        cblas_scopy(n - below, a.at(below, first + c), n, panel.at(below, c), panel.columns());
      }
    }
  }

  /** Puts the columns of the pivots back, and their block. */
  private void scatter(int first, int width, DenseMatrix scaled, float[][] block) {
    int below = first + width;
    for (int c = 0; c < width; c++) {
      cblas_scopy(first, scaled.at(0, c), scaled.columns(), a.at(first + c, 0), 1);
      a.setRow(first + c, first, block[c], width);
      if (below < n) {
        cblas_scopy(n - below, scaled.at(below, c), scaled.columns(), a.at(below, first + c), n);
      }
    }
  }

  private interface RowRange {
    void accept(int from, int to);
  }

  private void forRows(RowRange work) {
    int tasks = (n + ROWS_PER_TASK - 1) / ROWS_PER_TASK;
    IntConsumer body =
        task -> {
          int from = (tasks - 1 - task) * ROWS_PER_TASK;
          work.accept(from, Math.min(n, from + ROWS_PER_TASK));
        };
    ParallelLoop.forEach(threads, tasks, () -> body);
  }
}
