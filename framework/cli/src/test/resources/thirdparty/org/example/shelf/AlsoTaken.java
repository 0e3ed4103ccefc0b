package org.example.shelf;

import jakarta.inject.Inject;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.TrainingData;
import org.trellisrec.spi.FitContext;
import org.trellisrec.spi.Model;
import org.trellisrec.spi.Param;
import org.trellisrec.spi.Recommender;
import org.trellisrec.spi.Summary;
import org.trellisrec.spi.UserBlock;

/** Recommends what was taken together with the items of the visible history. */
@Summary("Recommends items that were taken together with those of the user.")
public final class AlsoTaken implements Recommender {
  private final Params params;

  /**
   * The hyperparameters.
   *
   * @param damping exponent of the popularity that a number of common users is divided by
   */
  public record Params(
      @Param(
              description = "How much popular items are held back; 0.5 is the cosine.",
              byDefault = "0.5",
              min = 0,
              max = 1)
          double damping) {}

  /** The recipe with these hyperparameters. */
  @Inject
  public AlsoTaken(Params params) {
    this.params = params;
  }

  @Override
  public Model fit(TrainingData data, FitContext context) {
    double[][] together = together(data.interactions());
    return (users, scores) -> score(together, users, scores);
  }

  private double[][] together(Interactions train) {
    int[] takers = train.columnCounts();
    double[][] together = new double[train.columns()][train.columns()];
    for (int user = 0; user < train.rows(); user++) {
      for (int item : train.columnsOf(user)) {
        for (int other : train.columnsOf(user)) {
          double popularity = (double) takers[item] * takers[other];
          together[item][other] += Math.pow(popularity, -params.damping());
        }
      }
    }
    return together;
  }

  private static void score(double[][] together, UserBlock users, float[][] scores) {
    Interactions history = users.history();
    for (int row = 0; row < users.size(); row++) {
      int user = users.user(row); // history has a row for every user, not for those of the block
      for (int p = history.start(user); p < history.end(user); p++) {
        add(together[history.column(p)], history.rating(p), scores[row]);
      }
    }
  }

  private static void add(double[] together, float rating, float[] scores) {
    for (int item = 0; item < scores.length; item++) {
      if (together[item] > 0) { // what was never taken with any item keeps NaN
        float before = Float.isNaN(scores[item]) ? 0 : scores[item];
        scores[item] = before + (float) (rating * together[item]);
      }
    }
  }
}
