package org.trellisrec.pipeline;

import java.util.Arrays;
import java.util.function.Consumer;
import org.trellisrec.data.Candidates;
import org.trellisrec.data.Dataset;
import org.trellisrec.data.EvalTask;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.ItemSet;
import org.trellisrec.data.PairSets.Found;

/**
 * Tells which part of a truth cannot count, though it was held out.
 *
 * @param data for the original ids
 * @param where what the notes begin with
 * @param notes takes in the notes
 */
record TaskNotes(Dataset data, String where, Consumer<String> notes) {

  void tell(EvalTask task) {
    users(task);
    if (task.candidates() instanceof Candidates.Shared shared) {
      items(task, shared.items());
    }
  }

  private void users(EvalTask task) {
    Interactions truth = task.truth();
    int withTruth = 0;
    int left = 0;
    int first = -1;
    for (int user = 0; user < truth.rows(); user++) {
      if (truth.count(user) > 0) {
        withTruth++;
        if (Arrays.binarySearch(task.users(), user) < 0) {
          left++;
          first = first < 0 ? user : first;
        }
      }
    }
    if (left > 0) {
      notes.accept(
          "%s: %d of %d users with held-out interactions have no training interaction and are left out (first: '%s')"
              .formatted(where, left, withTruth, data.users().id(first)));
    }
  }

  private void items(EvalTask task, ItemSet candidates) {
    Interactions truth = task.truth();
    Found lost = Found.NOTHING;
    for (int user : task.users()) {
      for (int p = truth.start(user); p < truth.end(user); p++) {
        if (!candidates.contains(truth.column(p))) {
          lost = lost.and(user, truth.column(p));
        }
      }
    }
    if (lost.any()) {
      notes.accept(
          "%s: %d held-out interactions are of items that are no candidates, so they can never be recommended (first: %s)"
              .formatted(where, lost.count(), lost.example(data.users(), data.items())));
    }
  }
}
