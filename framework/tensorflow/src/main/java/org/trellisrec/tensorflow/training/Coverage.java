package org.trellisrec.tensorflow.training;

import java.util.function.IntPredicate;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.ItemSet;
import org.trellisrec.data.TrainingData;

/**
 * Which entities a network can represent; the others are left unscored.
 *
 * @param users whether a user is represented, given what is visible of the users
 * @param items whether an item is represented
 * @param usersFromHistory true if the representation of a user depends on what is visible, so that
 *     it has to be computed for every task; false if on the index alone
 */
public record Coverage(UserRule users, IntPredicate items, boolean usersFromHistory) {
  /** Whether a user is represented. */
  @FunctionalInterface
  public interface UserRule {
    /**
     * @param history what is visible of every user, users x items
     */
    boolean covers(int user, Interactions history);
  }

  /** The users and items with training interactions: for tables of embeddings, and graphs. */
  public static Coverage ofTrained(TrainingData data) {
    Interactions train = data.interactions();
    ItemSet items = ItemSet.occurringIn(train);
    return new Coverage((user, history) -> train.count(user) > 0, items::contains, false);
  }

  /**
   * The items with training interactions, and the users of whom at least one of these is visible,
   * trained on or not: for networks over rows of the interaction matrix.
   */
  public static Coverage ofProfiles(TrainingData data) {
    ItemSet items = ItemSet.occurringIn(data.interactions());
    return new Coverage((user, history) -> hasAny(history, user, items), items::contains, true);
  }

  private static boolean hasAny(Interactions history, int user, ItemSet items) {
    for (int p = history.start(user); p < history.end(user); p++) {
      if (items.contains(history.column(p))) {
        return true;
      }
    }
    return false;
  }
}
