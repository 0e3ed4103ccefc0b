package org.trellisrec.recommenders.neighbors;

import jakarta.inject.Inject;
import java.util.stream.IntStream;
import org.trellisrec.data.EntitySide;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.ItemSet;
import org.trellisrec.data.SideInformation;
import org.trellisrec.data.TrainingData;
import org.trellisrec.data.VisibleModalities;
import org.trellisrec.recommenders.math.SparseRows;
import org.trellisrec.spi.FitContext;
import org.trellisrec.spi.Model;
import org.trellisrec.spi.Recommender;
import org.trellisrec.spi.Summary;
import org.trellisrec.spi.UserBlock;

/**
 * Recommends items that are described like those a user has.
 *
 * <p>{@code s(u, i) = sum of sim(i, j) r(u, j) over the items j of u that are in N(i)}, with N(i)
 * the k items with training interactions whose side information is most similar to that of i; see
 * {@link AttributeRows} for what is compared.
 *
 * <p>Source: Pazzani and Billsus, "Content-based recommendation systems", in The Adaptive Web, LNCS
 * 4321, 2007, doi:10.1007/978-3-540-72079-9_10.
 *
 * <p>Cold entities: an item is scored by its side information, whether or not it was trained on;
 * one without any is not scored. Nor is a user whose visible history has no item that is described
 * and occurs in training. Where the interactions of a user are hidden, nothing is scored; those of
 * items are of no account.
 *
 * <p>Cost: fit and every view multiply the vectors of all items with each other, {@code O(items^2
 * d)} time for dense vectors of length d. Kept are k similarities of every item and its vector,
 * twice, in 8 bytes for every number that is not 0; a view takes half of that more while it is
 * made.
 */
@Summary(
    value = "Recommends items described like those a user has, cold ones too.",
    source =
        "Pazzani and Billsus: Content-based recommendation systems, The Adaptive Web, LNCS 4321,"
            + " 2007, doi:10.1007/978-3-540-72079-9_10")
public final class AttributeItemKnn implements Recommender {
  private final AttributeParams params;

  /** A recipe with these parameters. */
  @Inject
  public AttributeItemKnn(AttributeParams params) {
    this.params = params;
  }

  @Override
  public void check(SideInformation side) {
    AttributeRows.check(EntitySide.ITEMS, params, side);
  }

  @Override
  public Model fit(TrainingData data, FitContext context) {
    AttributeSearch search =
        new AttributeSearch(
            EntitySide.ITEMS,
            params,
            data.side(),
            data.items().size(),
            ItemSet.occurringIn(data.interactions())::contains,
            context);
    return Fitted.of(
        search,
        search.everything(context, "comparing items"),
        params.binarize(),
        VisibleModalities.ALL);
  }

  /**
   * What was learned, as far as it is visible.
   *
   * @param blank scores of a user before anything is added
   * @param byNeighbor row j holds the items i that have j in N(i)
   * @param binarize true to take every rating as 1
   */
  private record Fitted(
      AttributeSearch search,
      float[] blank,
      SparseRows byNeighbor,
      boolean binarize,
      VisibleModalities visible)
      implements Model {
    static Fitted of(
        AttributeSearch search,
        AttributeSearch.Found found,
        boolean binarize,
        VisibleModalities visible) {
      return new Fitted(search, found.blank(), found.neighbors().transpose(), binarize, visible);
    }

    @Override
    public void score(UserBlock users, float[][] scores) {
      for (int row = 0; row < users.size(); row++) {
        int user = users.user(row);
        if (isKnown(users.history(), user)) {
          System.arraycopy(blank, 0, scores[row], 0, blank.length);
          score(users.history(), user, scores[row]);
        }
      }
    }

    private boolean isKnown(Interactions history, int user) {
      return visible.ofUser(VisibleModalities.INTERACTIONS, user)
          && IntStream.range(history.start(user), history.end(user))
              .anyMatch(p -> search.isNeighbor(history.column(p)));
    }

    private void score(Interactions history, int user, float[] row) {
      for (int p = history.start(user); p < history.end(user); p++) {
        byNeighbor.addRow(history.column(p), binarize ? 1f : history.rating(p), row);
      }
    }

    @Override
    public Model seeing(VisibleModalities other) {
      return of(search, search.seeing(other), binarize, other);
    }

    @Override
    public boolean uses(EntitySide side, String modality) {
      return side == EntitySide.ITEMS
          ? search.uses(modality)
          : modality.equals(VisibleModalities.INTERACTIONS);
    }
  }
}
