package org.trellisrec.recommenders.twin;

import org.trellisrec.tensorflow.batch.Batch;

/** The lists of a batch, one after another, as users and items of the whole data. */
public final class Lists {
  private Lists() {}

  /** A term of a loss. */
  @FunctionalInterface
  public interface Term {
    /**
     * @param user index of the user
     * @param item index of the item
     * @param label 0 for a negative
     */
    double of(int user, int item, double label);
  }

  /** The sum over all items of all lists. */
  public static double sum(Batch batch, Term term) {
    double sum = 0;
    for (int list = 0; list < batch.lists(); list++) {
      for (int n = 0; n < batch.length(); n++) {
        int slot = list * batch.length() + n;
        sum += term.of(user(batch, list), item(batch, list, n), batch.labels()[slot]);
      }
    }
    return sum;
  }

  /** The mean over all items of all lists. */
  public static double mean(Batch batch, Term term) {
    return sum(batch, term) / (batch.lists() * batch.length());
  }

  /** The mean of {@code -ln sigmoid(s(u, i) - s(u, j))} over the negatives j of all lists. */
  public static double bpr(Batch batch, double[][] scores) {
    double sum = 0;
    for (int list = 0; list < batch.lists(); list++) {
      double[] row = scores[user(batch, list)];
      for (int n = 1; n < batch.length(); n++) {
        sum += Vectors.softplus(row[item(batch, list, n)] - row[item(batch, list, 0)]);
      }
    }
    return sum / (batch.lists() * (batch.length() - 1));
  }

  /** The user of a list. */
  public static int user(Batch batch, int list) {
    return batch.users()[batch.userSlots()[list]];
  }

  /** The n-th item of a list. */
  public static int item(Batch batch, int list, int n) {
    return batch.items()[batch.itemSlots()[list * batch.length() + n]];
  }
}
