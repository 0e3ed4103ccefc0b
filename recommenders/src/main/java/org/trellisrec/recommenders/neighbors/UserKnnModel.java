package org.trellisrec.recommenders.neighbors;

import org.trellisrec.data.Interactions;
import org.trellisrec.recommenders.math.Scorable;
import org.trellisrec.recommenders.math.SparseRows;
import org.trellisrec.spi.Model;
import org.trellisrec.spi.UserBlock;

/**
 * What {@link UserKnn} learned.
 *
 * @param serving row u holds the users who serve u, with their similarities
 * @param ratings training ratings, users x items
 * @param profiles how a new profile is made comparable
 * @param search finds the neighbours of users whose history is not their training row
 * @param scorable which users and items can be scored
 * @param binarize true to take every rating as 1
 */
record UserKnnModel(
    SparseRows serving,
    SparseRows ratings,
    Profiles profiles,
    NeighborSearch search,
    Scorable scorable,
    boolean binarize)
    implements Model {

  @Override
  public void score(UserBlock users, float[][] scores) {
    NeighborSearch.Finder finder = null;
    for (int row = 0; row < users.size(); row++) {
      int user = users.user(row);
      if (!scorable.begin(users.history(), user, scores[row])) {
        continue;
      }
      if (isTrainingRow(users.history(), user)) {
        for (int p = serving.start(user); p < serving.end(user); p++) {
          ratings.addRow(serving.column()[p], serving.value()[p], scores[row]);
        }
      } else {
        finder = finder == null ? search.new Finder() : finder;
        scoreAnew(finder, users.history(), user, scores[row]);
      }
    }
  }

  private void scoreAnew(
      NeighborSearch.Finder finder, Interactions history, int user, float[] row) {
    int[] items = history.columnsOf(user);
    float[] profile = new float[items.length];
    for (int p = 0; p < items.length; p++) {
      profile[p] = rating(history, history.start(user) + p);
    }
    profiles.transform(items, profile, 0, items.length);
    finder.find(items, profile, user);
    int[] neighbors = finder.ids();
    float[] similarities = finder.similarities(neighbors);
    for (int n = 0; n < neighbors.length; n++) {
      ratings.addRow(neighbors[n], similarities[n], row);
    }
  }

  private boolean isTrainingRow(Interactions history, int user) {
    int offset = ratings.start(user) - history.start(user);
    if (history.count(user) != ratings.end(user) - ratings.start(user)) {
      return false;
    }
    for (int p = history.start(user); p < history.end(user); p++) {
      if (history.column(p) != ratings.column()[p + offset]
          || rating(history, p) != ratings.value()[p + offset]) {
        return false;
      }
    }
    return true;
  }

  private float rating(Interactions history, int position) {
    return binarize ? 1f : history.rating(position);
  }
}
