package org.trellisrec.tensorflow.training;

import org.trellisrec.data.Interactions;
import org.trellisrec.data.ItemSet;
import org.trellisrec.data.TrainingData;
import org.trellisrec.data.VisibleModalities;

/** Which entities a network can represent; the others are left unscored. */
public interface Coverage {
  /**
   * Whether a user is represented.
   *
   * @param history what is visible of every user, users x items
   * @param visible which modalities may be used
   */
  boolean user(int user, Interactions history, VisibleModalities visible);

  /**
   * Whether an item is represented.
   *
   * @param visible which modalities may be used
   */
  boolean item(int item, VisibleModalities visible);

  /**
   * True if the representation of a user depends on what is visible, so that it has to be computed
   * for every task; false if on the index alone.
   */
  boolean usersFromHistory();

  /** The users and items with training interactions: for tables of embeddings, and graphs. */
  static Coverage ofTrained(TrainingData data) {
    Interactions train = data.interactions();
    ItemSet items = ItemSet.occurringIn(train);
    return new Coverage() {
      @Override
      public boolean user(int user, Interactions history, VisibleModalities visible) {
        return train.count(user) > 0;
      }

      @Override
      public boolean item(int item, VisibleModalities visible) {
        return items.contains(item);
      }

      @Override
      public boolean usersFromHistory() {
        return false;
      }
    };
  }

  /**
   * The items with training interactions, and the users of whom at least one of these is visible,
   * trained on or not: for networks over rows of the interaction matrix.
   */
  static Coverage ofProfiles(TrainingData data) {
    ItemSet items = ItemSet.occurringIn(data.interactions());
    return new Coverage() {
      @Override
      public boolean user(int user, Interactions history, VisibleModalities visible) {
        return items.containsAnyOf(history, user);
      }

      @Override
      public boolean item(int item, VisibleModalities visible) {
        return items.contains(item);
      }

      @Override
      public boolean usersFromHistory() {
        return true;
      }
    };
  }
}
