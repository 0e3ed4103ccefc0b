package org.trellisrec.recommenders.popularity;

import jakarta.inject.Inject;
import org.trellisrec.data.TrainingData;
import org.trellisrec.spi.FitContext;
import org.trellisrec.spi.Model;
import org.trellisrec.spi.Recommender;
import org.trellisrec.spi.Summary;

/**
 * Recommends to everyone the items that most training users have.
 *
 * <p>{@code s(u, i) = |{v : (v, i) in train}|}; ratings are not looked at.
 *
 * <p>Source: the non-personalised baseline of Cremonesi, Koren and Turrin, "Performance of
 * recommender algorithms on top-N recommendation tasks", RecSys 2010, doi:10.1145/1864708.1864721.
 *
 * <p>Cold users get the same list as all others. An item without training interactions has no
 * popularity that could be compared, and is not scored.
 *
 * <p>Cost: one pass over the training data; one array copy per user.
 */
@Summary(
    value = "Recommends the items with the most training interactions.",
    source =
        "Cremonesi, Koren and Turrin: Performance of recommender algorithms on top-N recommendation"
            + " tasks, RecSys 2010, doi:10.1145/1864708.1864721")
public final class MostPop implements Recommender {

  /** A recipe without parameters. */
  @Inject
  public MostPop() {}

  @Override
  public Model fit(TrainingData data, FitContext context) {
    int[] counts = data.interactions().columnCounts();
    float[] popularity = new float[counts.length];
    for (int item = 0; item < counts.length; item++) {
      popularity[item] = counts[item] == 0 ? Float.NaN : counts[item];
    }
    return (users, scores) -> {
      for (int row = 0; row < users.size(); row++) {
        System.arraycopy(popularity, 0, scores[row], 0, popularity.length);
      }
    };
  }
}
