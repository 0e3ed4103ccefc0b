package org.trellisrec.recommenders.neighbors;

import jakarta.inject.Inject;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.TrainingData;
import org.trellisrec.recommenders.math.Scorable;
import org.trellisrec.recommenders.math.SparseRows;
import org.trellisrec.spi.FitContext;
import org.trellisrec.spi.Model;
import org.trellisrec.spi.Recommender;
import org.trellisrec.spi.Summary;

/**
 * Recommends what similar users have.
 *
 * <p>{@code s(u, i) = sum of sim(u, v) r(v, i) over the users v in N(u)}, with N(u) the k users
 * most similar to u. The sum is not divided by the similarities, as is usual for ranking. {@link
 * Similarity} and {@link Implementation} have the variants.
 *
 * <p>Source: Herlocker, Konstan, Borchers and Riedl, "An algorithmic framework for performing
 * collaborative filtering", SIGIR 1999, doi:10.1145/312624.312682.
 *
 * <p>Cold entities: a user whose visible history differs from the training data, such as a new user
 * with a few interactions, is compared with the training users when scored (always by the k users
 * most similar to him, whatever the implementation); a user without history, or with items only
 * that nobody has in training, is not scored. Nor is an item without training interactions.
 *
 * <p>Cost: fit sums the squared popularities of all items, {@code O(sum of |i|^2)} time and {@code
 * O(k users)} memory; scoring a user takes the summed profile lengths of k neighbours.
 */
@Summary(
    value = "Recommends what similar users have.",
    source =
        "Herlocker, Konstan, Borchers and Riedl: An algorithmic framework for performing"
            + " collaborative filtering, SIGIR 1999, doi:10.1145/312624.312682")
public final class UserKnn implements Recommender {
  private final NeighborParams params;

  /** A recipe with these parameters. */
  @Inject
  public UserKnn(NeighborParams params) {
    this.params = params;
  }

  @Override
  public Model fit(TrainingData data, FitContext context) {
    Interactions train = data.interactions();
    SparseRows raw = SparseRows.of(train, params.binarize());
    Profiles profiles = new Profiles(raw, params);
    NeighborSearch search = new NeighborSearch(profiles.rows(), params);
    SparseRows neighbors = search.all(context, "comparing users");
    return new UserKnnModel(
        params.implementation().reverses() ? neighbors.transpose() : neighbors,
        raw,
        profiles,
        search,
        new Scorable(train),
        params.binarize());
  }
}
