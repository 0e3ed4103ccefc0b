package org.trellisrec.recommenders.linear;

import java.util.Arrays;
import org.trellisrec.data.Interactions;
import org.trellisrec.recommenders.math.Scorable;
import org.trellisrec.spi.Model;
import org.trellisrec.spi.UserBlock;

/** What {@link Ease} learned: weights between the trained items. */
final class EaseModel implements Model {
  private final TiledWeights weights;
  private final int[] trained;
  private final int[] compactOf;
  private final Scorable scorable;
  private final boolean binarize;

  EaseModel(TiledWeights weights, int[] trained, int items, Scorable scorable, boolean binarize) {
    this.weights = weights;
    this.trained = trained;
    this.compactOf = new int[items];
    this.scorable = scorable;
    this.binarize = binarize;
    Arrays.fill(compactOf, -1);
    for (int index = 0; index < trained.length; index++) {
      compactOf[trained[index]] = index;
    }
  }

  @Override
  public void score(UserBlock users, float[][] scores) {
    History[] histories = new History[users.size()];
    for (int row = 0; row < histories.length; row++) {
      if (scorable.begin(users.history(), users.user(row), scores[row])) {
        histories[row] = history(users.history(), users.user(row));
      }
    }
    float[] sum = new float[TiledWeights.WIDTH];
    for (int strip = 0; strip < weights.strips(); strip++) {
      for (int row = 0; row < histories.length; row++) {
        if (histories[row] != null) {
          History own = histories[row];
          weights.combine(strip, own.index(), own.rating(), own.count(), sum);
          spread(sum, strip, scores[row]);
        }
      }
    }
  }

  private void spread(float[] sum, int strip, float[] row) {
    int first = strip * TiledWeights.WIDTH;
    int width = Math.min(TiledWeights.WIDTH, trained.length - first);
    for (int c = 0; c < width; c++) {
      row[trained[first + c]] = sum[c];
    }
  }

  private History history(Interactions history, int user) {
    int[] index = new int[history.count(user)];
    float[] rating = new float[index.length];
    int count = 0;
    for (int p = history.start(user); p < history.end(user); p++) {
      int compact = compactOf[history.column(p)];
      if (compact >= 0) {
        index[count] = compact;
        rating[count++] = binarize ? 1f : history.rating(p);
      }
    }
    return new History(index, rating, count);
  }

  /** The trained items of one user's history, by their place among the trained items. */
  private record History(int[] index, float[] rating, int count) {}
}
