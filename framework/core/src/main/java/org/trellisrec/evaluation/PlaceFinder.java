package org.trellisrec.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.trellisrec.data.Interactions;

/**
 * Finds the ranks of one user's held-out items among all candidates without sorting the candidates:
 * they are counted between the scores of the held-out items, and at them. Reused from user to user.
 */
final class PlaceFinder {
  private record Wanted(ListStore store, int row) {}

  private final List<Wanted> wanted = new ArrayList<>();
  private final ScoreLevels levels = new ScoreLevels();

  /** Keys of the held-out items, the best first. */
  private long[] keys = new long[16];

  /** For every key, the number of candidates with its score that come before it. */
  private int[] tiedBefore = new int[16];

  /** For every level, the first key of it whose item is yet to come. */
  private int[] nextKey = new int[16];

  /**
   * Number of candidates better than a level, first those only that are worse than the one before.
   */
  private int[] better = new int[17];

  /** Number of candidates with the score of a level. */
  private int[] equal = new int[16];

  /** Number of candidates in each bucket of scores that no held-out item has. */
  private final int[] inEmptyBucket = new int[ScoreLevels.BUCKETS];

  private int found;

  /** Forgets the user before. */
  void clear() {
    found = 0;
    wanted.clear();
  }

  boolean isEmpty() {
    return wanted.isEmpty();
  }

  /**
   * Adds the held-out items of the user in {@code row} of a task. Tasks of one user that rank the
   * same candidates are served by one count.
   *
   * @param scores NaN where an item is hidden or not scored
   */
  void add(ListStore store, int row, CandidateItems candidates, float[] scores) {
    wanted.add(new Wanted(store, row));
    int user = store.task().users()[row];
    Interactions truth = store.task().truth();
    makeRoom(found + truth.count(user));
    for (int p = truth.start(user); p < truth.end(user); p++) {
      int item = truth.column(p);
      boolean candidate = Arrays.binarySearch(candidates.items(), 0, candidates.count(), item) >= 0;
      if (candidate && !Float.isNaN(scores[item])) {
        keys[found++] = TopItems.key(item, scores[item]);
      }
    }
  }

  private void makeRoom(int size) {
    if (keys.length < size) {
      int length = size + size / 2;
      keys = Arrays.copyOf(keys, length);
      tiedBefore = new int[length];
      nextKey = new int[length];
      better = new int[length + 1];
      equal = new int[length];
    }
  }

  /** Writes the places of what was added, of which there must be something. */
  void find(CandidateItems candidates, float[] scores) {
    KeyHeap.build(keys, found);
    KeyHeap.sort(keys, found);
    levels.of(keys, found);
    begin();
    int size = count(candidates, scores);
    for (Wanted each : wanted) {
      each.store().places().candidates()[each.row()] = size;
      write(each, scores);
    }
  }

  private void write(Wanted of, float[] scores) {
    Interactions truth = of.store().task().truth();
    int user = of.store().task().users()[of.row()];
    Places places = of.store().places();
    for (int p = truth.start(user); p < truth.end(user); p++) {
      int item = truth.column(p);
      int key = Float.isNaN(scores[item]) ? -1 : indexOf(TopItems.key(item, scores[item]));
      if (key >= 0) {
        int level = levels.at(scores[item]);
        places.ranks()[p] = better[level] + tiedBefore[key];
        places.ties()[p] = 2 * better[level] + equal[level] - 1;
        places.scores()[p] = scores[item];
      }
    }
  }

  private void begin() {
    Arrays.fill(better, 0, levels.count() + 1, 0);
    Arrays.fill(equal, 0, levels.count(), 0);
    int key = 0;
    for (int level = 0; level < levels.count(); level++) {
      while (TopItems.score(keys[key]) != levels.score(level)) {
        key++;
      }
      nextKey[level] = key;
    }
  }

  /** Counts the scored candidates. */
  private int count(CandidateItems candidates, float[] scores) {
    Arrays.fill(inEmptyBucket, 0);
    int unscored = 0;
    int[] items = candidates.items();
    int size = candidates.count();
    for (int i = 0; i < size; i++) {
      float score = scores[items[i]];
      if (Float.isNaN(score)) {
        unscored++;
        continue;
      }
      int bucket = levels.bucket(score);
      if (levels.isEmpty(bucket)) {
        inEmptyBucket[bucket]++;
      } else {
        countAmong(bucket, score, items[i]);
      }
    }
    for (int bucket = 0; bucket < ScoreLevels.BUCKETS; bucket++) {
      better[levels.first(bucket)] += inEmptyBucket[bucket];
    }
    addUp();
    return size - unscored;
  }

  private void countAmong(int bucket, float score, int item) {
    int level = levels.at(score, bucket);
    if (level < levels.count() && levels.score(level) == score) {
      addTied(level, item);
    } else {
      better[level]++;
    }
  }

  /** What is better than a level is better than those below it. */
  private void addUp() {
    for (int level = 1; level < levels.count(); level++) {
      better[level] += better[level - 1] + equal[level - 1];
    }
  }

  /** Items ascend among the candidates, and so they do among keys of equal score. */
  private void addTied(int level, int item) {
    int key = nextKey[level];
    while (key < found && TopItems.item(keys[key]) == item) {
      tiedBefore[key++] = equal[level];
    }
    nextKey[level] = key;
    equal[level]++;
  }

  private int indexOf(long key) {
    int low = 0;
    int high = found;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (keys[middle] > key) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low < found && keys[low] == key ? low : -1;
  }
}
