package org.trellisrec.evaluation;

/**
 * The distinct scores of one user's held-out items, the best first, and a quick way to find where
 * another score lies among them: their range is cut into equal buckets, most of which hold none.
 */
final class ScoreLevels {
  private static final int BUCKETS = 256;

  private final int[] first = new int[BUCKETS + 1];
  private float[] levels = new float[16];
  private int count;
  private float scale;

  /** Takes over the scores of the first {@code size} keys, which descend. */
  void of(long[] keys, int size) {
    if (levels.length < size) {
      levels = new float[size];
    }
    count = 0;
    for (int key = 0; key < size; key++) {
      float score = TopItems.score(keys[key]);
      if (count == 0 || score != levels[count - 1]) {
        levels[count++] = score;
      }
    }
    layBuckets();
  }

  private void layBuckets() {
    float range = count == 0 ? 0 : levels[0] - levels[count - 1];
    scale = range > 0 ? (BUCKETS - 1) / range : 0;
    int level = 0;
    for (int bucket = 0; bucket <= BUCKETS; bucket++) {
      while (level < count && bucket(levels[level]) < bucket) {
        level++;
      }
      first[bucket] = level;
    }
  }

  /** Never larger for a better score: of two scores in different buckets the order is known. */
  private int bucket(float score) {
    return Math.min(BUCKETS - 1, (int) ((levels[0] - score) * scale));
  }

  /** Number of levels. */
  int count() {
    return count;
  }

  /** The score of a level. */
  float score(int level) {
    return levels[level];
  }

  /** The best score; infinite without any. */
  float highest() {
    return count == 0 ? Float.POSITIVE_INFINITY : levels[0];
  }

  /** The worst score; infinite without any. */
  float lowest() {
    return count == 0 ? Float.POSITIVE_INFINITY : levels[count - 1];
  }

  /**
   * The best level that is no better than a score.
   *
   * @param score between the lowest and the highest
   */
  int at(float score) {
    int bucket = bucket(score);
    int low = first[bucket];
    int high = first[bucket + 1];
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (levels[middle] > score) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
