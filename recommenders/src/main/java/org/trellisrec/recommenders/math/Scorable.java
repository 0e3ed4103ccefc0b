package org.trellisrec.recommenders.math;

import java.util.Arrays;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.ItemSet;

/**
 * What a model that knows items only by their training interactions can score: items that have any,
 * for users whose visible history holds at least one such item.
 */
public final class Scorable {
  private final ItemSet trained;
  private final float[] blank;

  /** For a model trained on these interactions, users x items. */
  public Scorable(Interactions train) {
    this.trained = ItemSet.occurringIn(train);
    this.blank = new float[train.columns()];
    Arrays.fill(blank, Float.NaN);
    trained.stream().forEach(item -> blank[item] = 0);
  }

  /**
   * Prepares the row of a user: 0 for items that can be scored, NaN for all others.
   *
   * @return false, with {@code row} left as it is, if nothing can be scored for this user
   */
  public boolean begin(Interactions history, int user, float[] row) {
    boolean known = trained.containsAnyOf(history, user);
    if (known) {
      System.arraycopy(blank, 0, row, 0, blank.length);
    }
    return known;
  }
}
