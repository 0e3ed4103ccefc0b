package org.trellisrec.report;

/**
 * How many users of a test task a model gave a list.
 *
 * @param task name of the task
 * @param users number of its users
 * @param withoutList how many of them were given none
 */
public record ListCount(String task, int users, int withoutList) {
  /** True if nobody was given a list. */
  public boolean none() {
    return withoutList == users;
  }
}
