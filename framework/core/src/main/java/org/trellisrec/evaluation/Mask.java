package org.trellisrec.evaluation;

import java.util.ArrayList;
import java.util.List;
import org.trellisrec.data.EvalTask;
import org.trellisrec.data.Interactions;

/** Which known interactions of a user are kept out of the user's lists. */
public enum Mask {
  /** What the model sees of the user: training interactions and what else is revealed. */
  TRAIN,
  /** For test tasks the held-out interactions of the validation tasks as well. */
  TRAIN_AND_VALIDATION,
  /** Nothing. */
  NONE;

  /**
   * The interactions to keep out of the lists of {@code task}.
   *
   * @param validation the validation tasks of the same split if {@code task} is a test task, else
   *     empty
   */
  public List<Interactions> hidden(EvalTask task, List<EvalTask> validation) {
    if (this == NONE) {
      return List.of();
    }
    List<Interactions> hidden = new ArrayList<>();
    hidden.add(task.history());
    if (this == TRAIN_AND_VALIDATION) {
      validation.forEach(held -> hidden.add(held.truth()));
    }
    return hidden;
  }
}
