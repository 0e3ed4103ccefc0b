package org.trellisrec.evaluation;

import java.util.Arrays;
import org.trellisrec.data.EvalTask;

/**
 * Where the held-out items of a task stand among all candidates.
 *
 * @param ranks by position in the truth: rank from 0, or -1 where the item was not ranked
 * @param ties by position in the truth: the first and the last rank of the candidates that share
 *     its score, added up
 * @param scores by position in the truth: the score, or NaN where the item was not ranked
 * @param candidates by user of the task: number of items ranked
 */
record Places(int[] ranks, int[] ties, float[] scores, int[] candidates) {
  /** The mean rank of the candidates with the score at a position, -1 where there is none. */
  double meanRank(int position) {
    return ranks[position] < 0 ? -1 : ties[position] / 2.0;
  }

  /** Nothing ranked yet. */
  static Places of(EvalTask task) {
    int[] ranks = new int[task.truth().size()];
    float[] scores = new float[ranks.length];
    Arrays.fill(ranks, -1);
    Arrays.fill(scores, Float.NaN);
    return new Places(ranks, new int[ranks.length], scores, new int[task.users().length]);
  }
}
