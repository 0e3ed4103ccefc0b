package org.trellisrec.recommenders.neighbors;

import java.util.Arrays;
import org.trellisrec.recommenders.math.SparseRows;

/**
 * The largest difference between the entries of two profiles. No sum over common entries gives it;
 * but with the entries in order of magnitude the first few decide.
 */
final class LargestDifference {
  private final SparseRows profiles;
  private final int[] order;
  private final boolean negative;
  private final double largest;

  LargestDifference(SparseRows profiles) {
    this.profiles = profiles;
    this.order = new int[profiles.size()];
    boolean anyNegative = false;
    double magnitude = 0;
    for (float value : profiles.value()) {
      anyNegative |= value < 0;
      magnitude = Math.max(magnitude, Math.abs(value));
    }
    this.negative = anyNegative;
    this.largest = magnitude;
    for (int row = 0; row < profiles.rows(); row++) {
      int start = profiles.start(row);
      int[] own = byMagnitude(profiles.value(), start, profiles.end(row));
      System.arraycopy(own, 0, order, start, own.length);
    }
  }

  /** The positions from {@code from} to {@code to}, the entry of largest magnitude first. */
  private static int[] byMagnitude(float[] value, int from, int to) {
    long[] keys = new long[to - from];
    for (int p = from; p < to; p++) {
      keys[p - from] = ((long) -Float.floatToIntBits(Math.abs(value[p])) << Integer.SIZE) | p;
    }
    Arrays.sort(keys);
    int[] positions = new int[keys.length];
    for (int i = 0; i < positions.length; i++) {
      positions[i] = (int) keys[i];
    }
    return positions;
  }

  /** The differences from one profile after another; for one thread. */
  final class Comparer {
    private final float[] dense = new float[profiles.columns()];
    private double margin;

    /**
     * Writes the differences between a profile and every training profile to {@code result}; 0 for
     * a profile without entries.
     */
    void find(int[] term, float[] value, int from, int to, double[] result) {
      int[] own = byMagnitude(value, from, to);
      for (int p : own) {
        dense[term[p]] = value[p];
      }
      margin = margin(value, own);
      for (int row = 0; row < result.length; row++) {
        boolean empty = profiles.start(row) == profiles.end(row);
        result[row] = empty ? 0 : ofOwn(row, term, value, own, ofTheOther(row));
      }
      for (int p : own) {
        dense[term[p]] = 0;
      }
    }

    /**
     * Values of one sign differ by at most the larger one, so that every pair counts where its
     * larger entry is looked at; otherwise the other one comes on top.
     */
    private double margin(float[] value, int[] own) {
      boolean mixed = negative;
      for (int p : own) {
        mixed |= value[p] < 0;
      }
      return mixed ? Math.max(largest, own.length == 0 ? 0 : Math.abs(value[own[0]])) : 0;
    }

    private double ofOwn(int row, int[] term, float[] value, int[] own, double soFar) {
      double found = soFar;
      for (int i = 0; i < own.length && reach(value[own[i]]) > found; i++) {
        double other = valueAt(row, term[own[i]]);
        found = Math.max(found, Math.abs(value[own[i]] - other));
      }
      return found;
    }

    private double ofTheOther(int row) {
      double found = 0;
      for (int i = profiles.start(row); i < profiles.end(row); i++) {
        int p = order[i];
        if (reach(profiles.value()[p]) <= found) {
          break;
        }
        found =
            Math.max(found, Math.abs((double) profiles.value()[p] - dense[profiles.column()[p]]));
      }
      return found;
    }

    private double reach(float value) {
      return Math.abs(value) + margin;
    }
  }

  private double valueAt(int row, int term) {
    int at = Arrays.binarySearch(profiles.column(), profiles.start(row), profiles.end(row), term);
    return at < 0 ? 0 : profiles.value()[at];
  }
}
