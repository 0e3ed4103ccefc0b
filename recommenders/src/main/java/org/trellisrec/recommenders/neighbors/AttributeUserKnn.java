package org.trellisrec.recommenders.neighbors;

import jakarta.inject.Inject;
import java.util.Arrays;
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
 * Recommends what users have who are described like a user.
 *
 * <p>{@code s(u, i) = sum of sim(u, v) r(v, i) over the users v in N(u)}, with N(u) the k users
 * with training interactions whose side information is most similar to that of u, the one with the
 * smaller index among equals; see {@link AttributeRows} for what is compared. Many users may be
 * described alike: with fewer neighbours than that, some of them are not asked.
 *
 * <p>Source: Pazzani, "A framework for collaborative, content-based and demographic filtering",
 * Artificial Intelligence Review 13, 1999, doi:10.1023/A:1006544522159.
 *
 * <p>Cold entities: a user is scored by the side information, whether or not it was trained on; one
 * without any is not scored. Nor is an item without training interactions, or one whose
 * interactions are hidden. What is visible of the user's own interactions is of no account.
 *
 * <p>Cost: fit and every view multiply the vectors of all users with each other, {@code O(users^2
 * d)} time for dense vectors of length d. Kept are k similarities of every user and its vector,
 * twice, in 8 bytes for every number that is not 0; a view takes half of that more while it is
 * made. Scoring a user takes the summed profile lengths of k neighbours.
 */
@Summary(
    value = "Recommends what users have who are described like a user, cold ones too.",
    source =
        "Pazzani: A framework for collaborative, content-based and demographic filtering,"
            + " Artificial Intelligence Review 13, 1999, doi:10.1023/A:1006544522159")
public final class AttributeUserKnn implements Recommender {
  private final AttributeParams params;

  /** A recipe with these parameters. */
  @Inject
  public AttributeUserKnn(AttributeParams params) {
    this.params = params;
  }

  @Override
  public void check(SideInformation side) {
    AttributeRows.check(EntitySide.USERS, params, side);
  }

  @Override
  public Model fit(TrainingData data, FitContext context) {
    Interactions train = data.interactions();
    AttributeSearch search =
        new AttributeSearch(
            EntitySide.USERS,
            params,
            data.side(),
            train.rows(),
            user -> train.count(user) > 0,
            context);
    return new Fitted(
        search,
        search.everything(context, "comparing users"),
        SparseRows.of(train, params.binarize()),
        ItemSet.occurringIn(train),
        VisibleModalities.ALL);
  }

  /**
   * What was learned, as far as it is visible.
   *
   * @param found the neighbours of every user
   * @param ratings training ratings, users x items
   * @param trained the items that occur there
   */
  private record Fitted(
      AttributeSearch search,
      AttributeSearch.Found found,
      SparseRows ratings,
      ItemSet trained,
      VisibleModalities visible)
      implements Model {
    @Override
    public void score(UserBlock users, float[][] scores) {
      for (int row = 0; row < users.size(); row++) {
        int user = users.user(row);
        if (found.described()[user]) {
          score(user, scores[row]);
        }
      }
    }

    private void score(int user, float[] row) {
      Arrays.fill(row, 0);
      SparseRows neighbors = found.neighbors();
      for (int p = neighbors.start(user); p < neighbors.end(user); p++) {
        ratings.addRow(neighbors.column()[p], neighbors.value()[p], row);
      }
      for (int item = 0; item < row.length; item++) {
        if (!trained.contains(item) || !visible.ofItem(VisibleModalities.INTERACTIONS, item)) {
          row[item] = Float.NaN;
        }
      }
    }

    @Override
    public Model seeing(VisibleModalities other) {
      return new Fitted(search, search.seeing(other), ratings, trained, other);
    }

    @Override
    public boolean uses(EntitySide side, String modality) {
      return side == EntitySide.USERS
          ? search.uses(modality)
          : modality.equals(VisibleModalities.INTERACTIONS);
    }
  }
}
