package org.trellisrec.spi;

/**
 * A model that has lists, made elsewhere, instead of scores to be ranked. The engine leaves out
 * what a task does not offer and otherwise keeps the order as it is, while metrics see the scores,
 * which may be equal. A model with a list that breaks what is said here fails.
 */
public interface ListModel extends Model {
  /** Length of the list of {@code user}, not negative; 0 for a user without one. */
  int size(int user);

  /**
   * The item of {@code user} at {@code rank}, from 0: one of the data's, and none is twice in a
   * list.
   */
  int item(int user, int rank);

  /** The score of that item: finite, and no higher than the one at the rank before. */
  double score(int user, int rank);

  /** The scores in single precision, without the order of equal ones; the engine ranks by lists. */
  @Override
  default void score(UserBlock users, float[][] scores) {
    for (int row = 0; row < users.size(); row++) {
      int user = users.user(row);
      for (int rank = 0; rank < size(user); rank++) {
        scores[row][item(user, rank)] = (float) score(user, rank);
      }
    }
  }
}
