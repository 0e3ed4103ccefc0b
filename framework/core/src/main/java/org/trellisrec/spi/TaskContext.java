package org.trellisrec.spi;

import org.trellisrec.data.Dataset;
import org.trellisrec.data.EvalTask;
import org.trellisrec.data.Interactions;

/**
 * What a metric may know of the task it measures.
 *
 * @param dataset ids and side information
 * @param train training interactions of the split, users x items
 * @param task users, candidates and truth
 * @param popularity item counts of {@code train}
 * @param convention whose definition to follow
 * @param relevanceThreshold a held-out item is relevant if its rating is at least this
 */
public record TaskContext(
    Dataset dataset,
    Interactions train,
    EvalTask task,
    Popularity popularity,
    Convention convention,
    double relevanceThreshold) {

  /** Number of users with at least one training interaction. */
  public int trainedUsers() {
    int users = 0;
    for (int user = 0; user < train.rows(); user++) {
      users += train.count(user) > 0 ? 1 : 0;
    }
    return users;
  }
}
