package org.trellisrec.evaluation;

import java.util.Arrays;
import org.trellisrec.data.EvalTask;

/**
 * Where the held-out items of a task stand among all candidates.
 *
 * @param ranks by position in the truth: rank from 0, or -1 where the item was not ranked
 * @param scores by position in the truth: the score, or NaN where the item was not ranked
 * @param candidates by user of the task: number of items ranked
 */
record Places(int[] ranks, float[] scores, int[] candidates) {
  /** Nothing ranked yet. */
  static Places of(EvalTask task) {
    int[] ranks = new int[task.truth().size()];
    float[] scores = new float[ranks.length];
    Arrays.fill(ranks, -1);
    Arrays.fill(scores, Float.NaN);
    return new Places(ranks, scores, new int[task.users().length]);
  }
}
