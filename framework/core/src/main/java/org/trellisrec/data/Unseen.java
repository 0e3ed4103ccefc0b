package org.trellisrec.data;

/**
 * Which entities of a task have no training interaction at all, by the promise of whoever made the
 * split. The engine checks the promise; nothing else depends on it.
 */
public enum Unseen {
  /** No promise: the warm case. */
  NOTHING(false, false),
  /** Every user with truth is unseen. */
  USERS(true, false),
  /** Every item of the truth is unseen. */
  ITEMS(false, true),
  /** Both. */
  USERS_AND_ITEMS(true, true);

  private final boolean users;
  private final boolean items;

  Unseen(boolean users, boolean items) {
    this.users = users;
    this.items = items;
  }

  /** True if the users of the task have no training interaction. */
  public boolean users() {
    return users;
  }

  /** True if the items of the truth have no training interaction. */
  public boolean items() {
    return items;
  }
}
