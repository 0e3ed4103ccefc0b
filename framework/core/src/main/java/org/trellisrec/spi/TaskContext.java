package org.trellisrec.spi;

import java.util.List;
import org.trellisrec.data.Dataset;
import org.trellisrec.data.EvalTask;
import org.trellisrec.data.Hidden;
import org.trellisrec.data.Interactions;

/**
 * What a metric may know of the task it measures.
 *
 * @param dataset ids and side information
 * @param train training interactions of the split, users x items
 * @param task users, candidates and truth
 * @param hidden what {@code evaluation.mask} keeps out of the lists: candidates or not, users could
 *     not be shown it
 * @param popularity item counts of {@code train}
 * @param convention whose definition to follow
 * @param relevanceThreshold a held-out item is relevant if its rating is at least this
 */
public record TaskContext(
    Dataset dataset,
    Interactions train,
    EvalTask task,
    Hidden hidden,
    Popularity popularity,
    Convention convention,
    double relevanceThreshold) {

  /** A context in which the visible history is kept out of the lists, and nothing else. */
  public TaskContext(
      Dataset dataset,
      Interactions train,
      EvalTask task,
      Popularity popularity,
      Convention convention,
      double relevanceThreshold) {
    this(
        dataset,
        train,
        task,
        new Hidden(List.of(task.history())),
        popularity,
        convention,
        relevanceThreshold);
  }

  /** The same for another task. */
  public TaskContext withTask(EvalTask other) {
    return new TaskContext(
        dataset, train, other, hidden, popularity, convention, relevanceThreshold);
  }

  /**
   * True if a held-out interaction is relevant.
   *
   * @param position of the interaction in the truth of the task
   */
  public boolean isRelevant(int position) {
    return task.isRelevant(position, relevanceThreshold);
  }

  /** Number of users with at least one training interaction. */
  public int trainedUsers() {
    int users = 0;
    for (int user = 0; user < train.rows(); user++) {
      users += train.count(user) > 0 ? 1 : 0;
    }
    return users;
  }
}
