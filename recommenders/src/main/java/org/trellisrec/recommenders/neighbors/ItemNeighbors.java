package org.trellisrec.recommenders.neighbors;

import org.trellisrec.data.Interactions;
import org.trellisrec.recommenders.math.Scorable;
import org.trellisrec.recommenders.math.SparseRows;
import org.trellisrec.spi.Model;
import org.trellisrec.spi.UserBlock;

/**
 * Sums up weights between items over the visible history: {@code s(u, i) = sum of w(j, i) r(u, j)
 * over the items j of u}.
 *
 * @param weights row j holds w(j, i) for items i
 * @param scorable what can be scored
 * @param binarize true to take every rating as 1
 */
record ItemNeighbors(SparseRows weights, Scorable scorable, boolean binarize) implements Model {
  @Override
  public void score(UserBlock users, float[][] scores) {
    for (int row = 0; row < users.size(); row++) {
      if (scorable.begin(users.history(), users.user(row), scores[row])) {
        score(users.history(), users.user(row), scores[row]);
      }
    }
  }

  private void score(Interactions history, int user, float[] row) {
    for (int p = history.start(user); p < history.end(user); p++) {
      weights.addRow(history.column(p), binarize ? 1f : history.rating(p), row);
    }
  }
}
