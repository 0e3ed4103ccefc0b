package org.trellisrec.spi;

import java.util.Arrays;
import org.trellisrec.data.Interactions;

/**
 * A block of users to be scored together.
 *
 * @param users user indices, ascending
 * @param history what is visible of every user at inference, users x items; rows are indexed by
 *     user, not by block
 */
public record UserBlock(int[] users, Interactions history) {
  /** Number of users. */
  public int size() {
    return users.length;
  }

  /** The user in row {@code row} of the block. */
  public int user(int row) {
    return users[row];
  }

  /** The rows {@code from} (inclusive) to {@code to} (exclusive) of this block. */
  public UserBlock slice(int from, int to) {
    return new UserBlock(Arrays.copyOfRange(users, from, to), history);
  }
}
