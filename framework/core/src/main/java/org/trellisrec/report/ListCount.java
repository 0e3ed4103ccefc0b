package org.trellisrec.report;

/**
 * How many users of a task a model gave a list.
 *
 * @param task name of the task
 * @param users number of its users
 * @param withoutList how many of them were given none
 */
public record ListCount(String task, int users, int withoutList) {
  /** The users without a list, for a sentence about the model. */
  public String remark() {
    return "%d of %d users of task '%s' were given no list, because the model can score none of their candidates"
        .formatted(withoutList, users, task);
  }

  /** True if nobody was given a list. */
  public boolean none() {
    return withoutList == users;
  }
}
