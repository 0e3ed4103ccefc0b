package org.trellisrec.recommenders.neighbors;

import java.util.function.IntConsumer;
import org.trellisrec.recommenders.math.Parallel;
import org.trellisrec.recommenders.math.SparseRows;
import org.trellisrec.spi.FitContext;
import org.trellisrec.spi.Progress;

/**
 * Finds the profiles most similar to a profile. The dot products of one profile with all others are
 * one row of the sparse product {@code A A'}, summed up in a dense accumulator (Gustavson, ACM TOMS
 * 1978, doi:10.1145/355791.355796); only one such row per thread exists at a time.
 */
final class NeighborSearch {
  private static final int ROWS_PER_TASK = 64;

  private final SparseRows profiles;
  private final SparseRows byTerm;
  private final Measure measure;
  private final double[] left;
  private final double[] right;
  private final int k;
  private final boolean includesSelf;

  NeighborSearch(SparseRows profiles, NeighborParams params) {
    this.profiles = profiles;
    this.byTerm = profiles.transpose();
    this.measure = Measure.of(params);
    this.left = profiles.squares();
    this.right = left.clone();
    for (int row = 0; row < left.length; row++) {
      left[row] = measure.left(left[row]);
      right[row] = measure.right(right[row]);
    }
    this.k = Math.min(params.neighbors(), profiles.rows());
    this.includesSelf = params.implementation().includesSelf();
  }

  /** The neighbours of every profile: row {@code i} holds those of profile {@code i}. */
  SparseRows all(FitContext context, String what) {
    int n = profiles.rows();
    int[][] ids = new int[n][];
    float[][] similarities = new float[n][];
    int tasks = (n + ROWS_PER_TASK - 1) / ROWS_PER_TASK;
    try (Progress progress = context.progress(what, n)) {
      Parallel.forEach(
          context.threads(),
          tasks,
          () -> {
            Finder finder = new Finder();
            return (IntConsumer)
                task -> {
                  int from = task * ROWS_PER_TASK;
                  int to = Math.min(n, from + ROWS_PER_TASK);
                  for (int row = from; row < to; row++) {
                    finder.find(row);
                    ids[row] = finder.ids();
                    similarities[row] = finder.similarities(ids[row]);
                  }
                  progress.advance(to - from);
                };
          });
    }
    return SparseRows.of(n, ids, similarities);
  }

  /** One search at a time; owns the accumulator. */
  final class Finder {
    private static final int BLOCK_BITS = 6;

    private final double[] dots = new double[profiles.rows()];
    private final boolean[] touched = new boolean[(dots.length >> BLOCK_BITS) + 1];
    private final TopK best = new TopK(k);

    /** Finds the neighbours of a training profile. */
    void find(int row) {
      multiply(profiles.column(), profiles.value(), profiles.start(row), profiles.end(row));
      select(left[row], includesSelf ? -1 : row, profiles.start(row) == profiles.end(row));
    }

    /** Finds the neighbours of another profile, passing over the training profile {@code self}. */
    void find(int[] term, float[] value, int self) {
      double squares = 0;
      for (float v : value) {
        squares += (double) v * v;
      }
      multiply(term, value, 0, term.length);
      select(measure.left(squares), self, term.length == 0);
    }

    /** The neighbours found, ascending. */
    int[] ids() {
      return best.sortedIds();
    }

    /** The similarities of these neighbours. */
    float[] similarities(int[] ids) {
      return best.valuesOf(ids);
    }

    private void multiply(int[] term, float[] value, int from, int to) {
      int[] other = byTerm.column();
      float[] otherValue = byTerm.value();
      for (int p = from; p < to; p++) {
        addScaled(other, otherValue, byTerm.start(term[p]), byTerm.end(term[p]), value[p]);
      }
    }

    private void addScaled(int[] other, float[] otherValue, int from, int to, double factor) {
      for (int q = from; q < to; q++) {
        int j = other[q];
        dots[j] += factor * otherValue[q];
        touched[j >> BLOCK_BITS] = true;
      }
    }

    private void select(double ownLeft, int excluded, boolean empty) {
      best.clear();
      boolean disjoint = measure.comparesDisjoint() && !empty;
      for (int block = 0; block < touched.length; block++) {
        if (touched[block] || disjoint) {
          touched[block] = false;
          int from = block << BLOCK_BITS;
          selectFrom(from, Math.min(dots.length, from + (1 << BLOCK_BITS)), ownLeft, excluded);
        }
      }
    }

    private void selectFrom(int from, int to, double ownLeft, int excluded) {
      for (int j = from; j < to; j++) {
        double dot = dots[j];
        dots[j] = 0;
        if (j != excluded && (dot != 0 || disjointCandidate(j))) {
          double similarity = measure.of(ownLeft, right[j], dot);
          if (similarity != 0) {
            best.offer(j, similarity);
          }
        }
      }
    }

    private boolean disjointCandidate(int j) {
      return measure.comparesDisjoint() && profiles.end(j) > profiles.start(j);
    }
  }
}
