package org.trellisrec.evaluation;

import java.util.Arrays;
import java.util.List;
import org.trellisrec.spi.TaskContext;

/**
 * How the lists of a task compare with what could be shown: the candidates that are not hidden.
 *
 * @param lists number of users of the task whose list is not empty
 * @param cut number of those whose list lacks something that could be shown
 * @param longest length of the longest list of a user of the task, 0 if all are empty
 * @param possible the most items that could be shown to a user of the task
 */
public record ListLengths(int lists, int cut, int longest, int possible) {
  /**
   * Of these lists on this task. Where places were asked for, {@code cut} is of the lists before
   * they were cut to the depth that is kept.
   */
  public static ListLengths of(Recommendations lists, TaskContext context) {
    CandidateItems candidates = new CandidateItems(context.task().candidates());
    int[] users = context.task().users();
    int filled = 0;
    int cut = 0;
    int longest = 0;
    int possible = 0;
    for (int row = 0; row < users.length; row++) {
      int user = users[row];
      candidates.load(user);
      int offered =
          candidates.count() - context.hidden().count(user, item -> has(candidates, item));
      possible = Math.max(possible, offered);
      longest = Math.max(longest, lists.size(user));
      if (lists.has(user)) {
        filled++;
        cut += shown(lists, row, candidates, context) < offered ? 1 : 0;
      }
    }
    return new ListLengths(filled, cut, longest, possible);
  }

  /** How many items of a list could be shown. */
  private static int shown(
      Recommendations lists, int row, CandidateItems candidates, TaskContext context) {
    if (lists.places().isPresent()) {
      return lists.places().get().candidates()[row];
    }
    int user = context.task().users()[row];
    int own = lists.row(user);
    int end = lists.startOf(own) + lists.sizeOf(own);
    int shown = 0;
    for (int index = lists.startOf(own); index < end; index++) {
      int item = lists.itemAt(index);
      shown += has(candidates, item) && !context.hidden().contains(user, item) ? 1 : 0;
    }
    return shown;
  }

  private static boolean has(CandidateItems candidates, int item) {
    return Arrays.binarySearch(candidates.items(), 0, candidates.count(), item) >= 0;
  }

  /** How many lists are cut, as part of a sentence. */
  String cutText() {
    return "%d of %d lists do not hold all items that could be shown".formatted(cut, lists);
  }

  /** What is to be said of metrics that need the full ranking, if lists are cut. */
  public String warning(List<NamedMetric> metrics) {
    return "lists are taken for complete rankings by %s, but %s; the values are not those of complete rankings"
        .formatted(NamedMetric.labels(metrics), cutText());
  }
}
