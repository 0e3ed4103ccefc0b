package org.trellisrec.recommenders.neighbors;

import java.util.Arrays;
import java.util.function.IntConsumer;
import org.trellisrec.recommenders.math.ParallelLoop;
import org.trellisrec.recommenders.math.SparseRows;
import org.trellisrec.spi.FitContext;
import org.trellisrec.spi.Progress;

/**
 * Finds the profiles most similar to a profile. The sums over the common entries of one profile and
 * all others, such as dot products, are one row of a sparse product {@code A A'}, summed up in a
 * dense accumulator (Gustavson, ACM TOMS 1978, doi:10.1145/355791.355796); only one such row per
 * thread exists at a time.
 */
final class NeighborSearch {
  private static final int ROWS_PER_TASK = 64;

  private final SparseRows profiles;
  private final SparseRows byTerm;
  private final Measure measure;
  private final LargestDifference differences;
  private final double[] right;
  private final int k;
  private final boolean includesSelf;

  NeighborSearch(SparseRows profiles, NeighborParams params) {
    this.profiles = profiles;
    this.byTerm = profiles.transpose();
    this.measure = Measure.of(params, profiles.columns());
    this.differences =
        params.similarity() == Similarity.CHEBYSHEV ? new LargestDifference(profiles) : null;
    this.right = new double[profiles.rows()];
    for (int row = 0; row < right.length; row++) {
      right[row] = measure.right(sum(profiles.value(), profiles.start(row), profiles.end(row)));
    }
    this.k = Math.min(params.neighbors(), profiles.rows());
    this.includesSelf = params.implementation().includesSelf();
  }

  private double sum(float[] value, int from, int to) {
    double sum = 0;
    for (int p = from; p < to; p++) {
      sum += measure.own(value[p]);
    }
    return sum;
  }

  /** The neighbours of every profile: row {@code i} holds those of profile {@code i}. */
  SparseRows all(FitContext context, String what) {
    return all(profiles, context, what);
  }

  /** The neighbours of all entities as they are described here, see {@link #of}. */
  SparseRows all(SparseRows described, FitContext context, String what) {
    try (Progress progress = context.progress(what, described.rows())) {
      return of(described, context.threads(), progress::advance);
    }
  }

  /**
   * The neighbours of entities as they are described here: row {@code i} holds those of row {@code
   * i}, which may differ from the profile with this number.
   *
   * @param described a row for every profile, empty for an entity that has no neighbours
   * @param progress is told how many more rows are done
   */
  SparseRows of(SparseRows described, int threads, IntConsumer progress) {
    int n = described.rows();
    int[][] ids = new int[n][];
    float[][] similarities = new float[n][];
    int tasks = (n + ROWS_PER_TASK - 1) / ROWS_PER_TASK;
    ParallelLoop.forEach(
        threads,
        tasks,
        () -> {
          Finder finder = new Finder();
          return (IntConsumer)
              task -> {
                int from = task * ROWS_PER_TASK;
                int to = Math.min(n, from + ROWS_PER_TASK);
                for (int row = from; row < to; row++) {
                  finder.find(described, row);
                  ids[row] = finder.ids();
                  similarities[row] = finder.similarities(ids[row]);
                }
                progress.accept(to - from);
              };
        });
    return SparseRows.of(n, ids, similarities);
  }

  /** One search at a time; owns the accumulator. */
  final class Finder {
    private static final int BLOCK_BITS = 6;

    private final double[] common = new double[profiles.rows()];
    private final boolean[] touched = new boolean[(common.length >> BLOCK_BITS) + 1];
    private final boolean[] sharing = measure.needsPresence() ? new boolean[common.length] : null;
    private final TopK best = new TopK(k);
    private final LargestDifference.Comparer largest =
        differences == null ? null : differences.new Comparer();

    /** Finds the neighbours of a row, passing over the profile with its number where one does. */
    void find(SparseRows described, int row) {
      find(
          described.column(),
          described.value(),
          described.start(row),
          described.end(row),
          includesSelf ? -1 : row);
    }

    /** Finds the neighbours of another profile, passing over the training profile {@code self}. */
    void find(int[] term, float[] value, int self) {
      find(term, value, 0, term.length, self);
    }

    private void find(int[] term, float[] value, int from, int to, int self) {
      compare(term, value, from, to);
      select(measure.left(sum(value, from, to)), self, from == to);
    }

    /** The neighbours found, ascending. */
    int[] ids() {
      return best.sortedIds();
    }

    /** The similarities of these neighbours. */
    float[] similarities(int[] ids) {
      return best.valuesOf(ids);
    }

    private void compare(int[] term, float[] value, int from, int to) {
      if (differences != null) {
        largest.find(term, value, from, to, common);
        return;
      }
      markBlocks(term, from, to);
      int[] other = byTerm.column();
      float[] otherValue = byTerm.value();
      for (int p = from; p < to; p++) {
        int first = byTerm.start(term[p]);
        int end = byTerm.end(term[p]);
        if (sharing != null) {
          markRows(other, first, end);
        }
        if (measure.both() == null) {
          addScaled(other, otherValue, first, end, value[p]);
        } else {
          addEach(other, otherValue, first, end, value[p]);
        }
      }
    }

    /**
     * Marks the blocks that sums will be in; with more sums than rows it is cheaper to mark all.
     */
    private void markBlocks(int[] term, int from, int to) {
      long sums = 0;
      for (int p = from; p < to && sums < common.length; p++) {
        sums += byTerm.end(term[p]) - byTerm.start(term[p]);
      }
      if (sums >= common.length) {
        Arrays.fill(touched, true);
        return;
      }
      int[] other = byTerm.column();
      for (int p = from; p < to; p++) {
        for (int q = byTerm.start(term[p]); q < byTerm.end(term[p]); q++) {
          touched[other[q] >> BLOCK_BITS] = true;
        }
      }
    }

    private void markRows(int[] other, int from, int to) {
      for (int q = from; q < to; q++) {
        sharing[other[q]] = true;
      }
    }

    private void addScaled(int[] other, float[] otherValue, int from, int to, double factor) {
      for (int q = from; q < to; q++) {
        common[other[q]] += factor * otherValue[q];
      }
    }

    private void addEach(int[] other, float[] otherValue, int from, int to, float own) {
      Distance.Both both = measure.both();
      for (int q = from; q < to; q++) {
        common[other[q]] += both.of(own, otherValue[q]);
      }
    }

    private void select(double ownLeft, int excluded, boolean empty) {
      best.clear();
      boolean disjoint = measure.comparesDisjoint() && !empty;
      for (int block = 0; block < touched.length; block++) {
        if (touched[block] || disjoint) {
          touched[block] = false;
          int from = block << BLOCK_BITS;
          selectFrom(from, Math.min(common.length, from + (1 << BLOCK_BITS)), ownLeft, excluded);
        }
      }
    }

    private void selectFrom(int from, int to, double ownLeft, int excluded) {
      for (int j = from; j < to; j++) {
        double sum = common[j];
        common[j] = 0;
        if (j != excluded && (sum != 0 || isCandidateAtZero(j))) {
          double similarity = measure.of(ownLeft, right[j], sum);
          if (similarity != 0) {
            best.offer(j, similarity);
          }
        }
      }
      if (sharing != null) {
        Arrays.fill(sharing, from, to, false);
      }
    }

    private boolean isCandidateAtZero(int j) {
      return sharing != null
          ? sharing[j]
          : measure.comparesDisjoint() && profiles.end(j) > profiles.start(j);
    }
  }
}
