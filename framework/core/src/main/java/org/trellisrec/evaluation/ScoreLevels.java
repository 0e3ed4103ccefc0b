package org.trellisrec.evaluation;

/**
 * The distinct scores of one user's held-out items, the best first, and a quick way to find where
 * another score lies among them: their range is cut into equal buckets, most of which hold none.
 * Unless all are equal, what is much better than all has the first bucket and what is much worse
 * the last.
 */
final class ScoreLevels {
  /** Number of buckets. */
  static final int BUCKETS = 256;

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
    scale = range > 0 ? (BUCKETS - 3) / range : 0;
    int level = 0;
    for (int bucket = 0; bucket <= BUCKETS; bucket++) {
      while (level < count && bucket(levels[level]) < bucket) {
        level++;
      }
      first[bucket] = level;
    }
  }

  /**
   * The bucket of a score, which must not be NaN. Never larger for a better score: of two scores in
   * different buckets the order is known.
   */
  int bucket(float score) {
    if (scale == 0) {
      return 0;
    }
    int bucket = (int) ((levels[0] - score) * scale + 1);
    return Math.max(0, Math.min(BUCKETS - 1, bucket));
  }

  /** Whether no level is in a bucket. */
  boolean isEmpty(int bucket) {
    return first[bucket] == first[bucket + 1];
  }

  /** The best level that is in a bucket or in one of worse scores. */
  int first(int bucket) {
    return first[bucket];
  }

  /** Number of levels. */
  int count() {
    return count;
  }

  /** The score of a level. */
  float score(int level) {
    return levels[level];
  }

  /**
   * The best level that is no better than a score; {@link #count()} if all are better. NaN must not
   * be asked for.
   */
  int at(float score) {
    return at(score, bucket(score));
  }

  /** The same for a score whose bucket is known. */
  int at(float score, int bucket) {
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
