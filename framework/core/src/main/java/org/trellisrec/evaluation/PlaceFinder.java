package org.trellisrec.evaluation;

import java.util.Arrays;
import org.trellisrec.data.Interactions;

/**
 * Finds the ranks of one user's held-out items among all candidates without sorting the candidates:
 * their keys are counted between the sorted keys of the held-out items.
 */
final class PlaceFinder {
  private long[] keys = new long[16];
  private int[] above = new int[17];
  private int[] tiedBelowBin = new int[17];
  private int[] tiedAboveBin = new int[17];
  private int found;

  /**
   * Writes the places of the user in {@code row} of the task.
   *
   * @param scores NaN where an item is hidden or not scored
   */
  void find(ListStore store, int row, CandidateItems candidates, float[] scores) {
    int user = store.task().users()[row];
    Interactions truth = store.task().truth();
    collect(truth, user, candidates, scores);
    store.places().candidates()[row] = count(candidates, scores);
    for (int p = truth.start(user); p < truth.end(user); p++) {
      int item = truth.column(p);
      int at = Arrays.binarySearch(keys, 0, found, TopItems.key(item, scores[item]));
      if (!Float.isNaN(scores[item]) && at >= 0) {
        store.places().ranks()[p] = above[at + 1];
        store.places().ties()[p] = firstOfTie(at) + lastOfTie(at);
        store.places().scores()[p] = scores[item];
      }
    }
  }

  private void collect(Interactions truth, int user, CandidateItems candidates, float[] scores) {
    if (keys.length < truth.count(user)) {
      keys = new long[truth.count(user)];
      above = new int[keys.length + 1];
      tiedBelowBin = new int[above.length];
      tiedAboveBin = new int[above.length];
    }
    found = 0;
    for (int p = truth.start(user); p < truth.end(user); p++) {
      int item = truth.column(p);
      boolean candidate = Arrays.binarySearch(candidates.items(), 0, candidates.count(), item) >= 0;
      if (candidate && !Float.isNaN(scores[item])) {
        keys[found++] = TopItems.key(item, scores[item]);
      }
    }
    Arrays.sort(keys, 0, found);
  }

  /** The rank of the first candidate with the score of a key. */
  private int firstOfTie(int at) {
    int highest = at;
    while (highest + 1 < found && tied(keys[highest + 1], keys[at])) {
      highest++;
    }
    return above[highest + 1] - tiedBelowBin[highest + 1];
  }

  /** The rank of the last candidate with the score of a key. */
  private int lastOfTie(int at) {
    int lowest = at;
    while (lowest > 0 && tied(keys[lowest - 1], keys[at])) {
      lowest--;
    }
    return above[lowest + 1] + tiedAboveBin[lowest] - 1;
  }

  private static boolean tied(long key, long other) {
    return key >> Integer.SIZE == other >> Integer.SIZE;
  }

  /**
   * Sorts the candidates into the bins between keys. Fills {@code above[j]} with the number of
   * candidates above key number {@code j - 1}, and for every bin the numbers of those in it that
   * tie with the key below the bin and with the key above it, which may be the candidate itself.
   */
  private int count(CandidateItems candidates, float[] scores) {
    Arrays.fill(above, 0, found + 1, 0);
    Arrays.fill(tiedBelowBin, 0, found + 1, 0);
    Arrays.fill(tiedAboveBin, 0, found + 1, 0);
    int scored = 0;
    int[] items = candidates.items();
    for (int i = 0; i < candidates.count(); i++) {
      float score = scores[items[i]];
      if (!Float.isNaN(score)) {
        scored++;
        long key = TopItems.key(items[i], score);
        int bin = keysBelow(key);
        above[bin]++;
        tiedBelowBin[bin] += bin > 0 && tied(key, keys[bin - 1]) ? 1 : 0;
        tiedAboveBin[bin] += bin < found && tied(key, keys[bin]) ? 1 : 0;
      }
    }
    for (int j = found - 1; j >= 0; j--) {
      above[j] += above[j + 1];
    }
    return scored;
  }

  private int keysBelow(long key) {
    if (found == 0 || key <= keys[0]) {
      return 0;
    }
    int at = Arrays.binarySearch(keys, 0, found, key);
    return at >= 0 ? at : -at - 1;
  }
}
