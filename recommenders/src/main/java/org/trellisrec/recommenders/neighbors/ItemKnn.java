package org.trellisrec.recommenders.neighbors;

import jakarta.inject.Inject;
import org.trellisrec.data.TrainingData;
import org.trellisrec.recommenders.math.Scorable;
import org.trellisrec.recommenders.math.SparseRows;
import org.trellisrec.spi.FitContext;
import org.trellisrec.spi.Model;
import org.trellisrec.spi.Recommender;
import org.trellisrec.spi.Summary;

/**
 * Recommends items similar to those a user has.
 *
 * <p>{@code s(u, i) = sum of sim(i, j) r(u, j) over the items j of u that are in N(i)}, with N(i)
 * the k items most similar to i. The sum is not divided by the similarities, as is usual for
 * ranking. {@link Similarity} and {@link Implementation} have the variants.
 *
 * <p>Source: Deshpande and Karypis, "Item-based top-N recommendation algorithms", ACM TOIS 22(1),
 * 2004, doi:10.1145/963770.963776.
 *
 * <p>Cold entities: a user is served from the visible history, whether or not it was trained on, so
 * a new user with a few interactions is no special case; a user without any, or with items only
 * that nobody has in training, is not scored. Nor is an item without training interactions: it has
 * no profile.
 *
 * <p>Cost: fit sums the squared lengths of all user profiles, {@code O(sum of |u|^2)} time and
 * {@code O(k items)} memory; scoring a user takes about k steps for every item of the history.
 */
@Summary(
    value = "Recommends items similar to those a user has.",
    source =
        "Deshpande and Karypis: Item-based top-N recommendation algorithms, ACM TOIS 22(1), 2004,"
            + " doi:10.1145/963770.963776")
public final class ItemKnn implements Recommender {
  private final NeighborParams params;

  /** A recipe with these parameters. */
  @Inject
  public ItemKnn(NeighborParams params) {
    this.params = params;
  }

  @Override
  public Model fit(TrainingData data, FitContext context) {
    SparseRows raw = SparseRows.of(data.byItem(), params.binarize());
    Profiles profiles = new Profiles(raw, params);
    SparseRows neighbors =
        new NeighborSearch(profiles.rows(), params).all(context, "comparing items");
    return new ItemNeighbors(
        neighbors.transpose(), new Scorable(data.interactions()), params.binarize());
  }
}
