package org.trellisrec.metrics.accuracy;

import jakarta.inject.Inject;
import org.trellisrec.metrics.Offer;
import org.trellisrec.spi.Convention;
import org.trellisrec.spi.RankedList;
import org.trellisrec.spi.Summary;
import org.trellisrec.spi.TaskContext;
import org.trellisrec.spi.Truth;
import org.trellisrec.spi.UserMetric;

/**
 * Limited area under the ROC curve: the curve follows the k recommended items and then goes
 * straight to the end, as if all further items came in random order.
 *
 * <pre>
 * [sum over hits i in L_u of (M - irrelevant items before i) + (P - h)(M - (|L_u| - h)) / 2]
 * / (|R_u| M)
 * </pre>
 *
 * with h hits, P of the |R_u| relevant items among the user's candidates, and M irrelevant
 * candidates; what {@code evaluation.mask} keeps out of the lists, such as the history, is not
 * among the candidates, and what else is no candidate is passed over in L_u. Equal scores within
 * the list are half a pair; where the list is cut, they are ordered by item index. Range [0, 1],
 * higher is better. A user without relevant items or without irrelevant candidates has no value; an
 * empty list scores P / (2 |R_u|).
 *
 * <p>Conventions: {@code standard} and {@code recbole} as above; RecBole does not define it. {@code
 * elliot} has no straight end: {@code sum over hits of (n_u - rank + earlier hits) / n_u / min(k,
 * |R_u|)} with n_u = training items without the user's, less |R_u|, plus 1. A user with n_u below
 * 1, by which Elliot divides all the same, has no value; values are below 0 if more than n_u
 * irrelevant items are before a hit, as items unknown to training can be.
 *
 * <p>Source: Schröder, Thiele and Lehner, Setting goals and choosing metrics for recommender system
 * evaluations, UCERSTI workshop at RecSys 2011.
 */
@Summary(
    value = "The area under a ROC curve that goes straight to the end after the k-th item.",
    source = "Schröder et al., UCERSTI at RecSys 2011")
public final class LimitedAuc implements UserMetric {
  /** Takes no parameters. */
  @Inject
  public LimitedAuc() {}

  @Override
  public PerUser bind(TaskContext task) {
    if (task.convention() == Convention.ELLIOT) {
      int trainItems = task.popularity().trained().size();
      return RelevantUsers.only(list -> elliot(task, trainItems, list));
    }
    Offer offer = Offer.of(task);
    return RelevantUsers.only(list -> limited(offer, list));
  }

  private static double limited(Offer offer, RankedList list) {
    Truth truth = list.truth();
    long reachable = 0;
    for (int i = 0; i < truth.size(); i++) {
      reachable += offer.contains(list.user(), truth.item(i)) ? 1 : 0;
    }
    long irrelevant = offer.size(list.user()) - reachable;
    Listed listed = Listed.of(offer, list);
    double rest = (reachable - listed.hits) * (irrelevant - listed.irrelevant) / 2.0;
    return (listed.hits * irrelevant - listed.wrong + rest) / ((double) truth.size() * irrelevant);
  }

  /**
   * What a list holds of the user's candidates.
   *
   * @param hits the relevant ones
   * @param irrelevant the others
   * @param wrong number of pairs of both in which the irrelevant item comes first; a half for equal
   *     scores
   */
  private record Listed(long hits, long irrelevant, double wrong) {
    static Listed of(Offer offer, RankedList list) {
      long hits = 0;
      long irrelevant = 0;
      double wrong = 0;
      int rank = 0;
      while (rank < list.size()) {
        double score = list.score(rank);
        long tiedHits = 0;
        long tied = 0;
        do {
          if (offer.contains(list.user(), list.item(rank))) {
            tied++;
            tiedHits += list.isRelevant(rank) ? 1 : 0;
          }
          rank++;
        } while (rank < list.size() && list.score(rank) == score);
        wrong += tiedHits * (irrelevant + (tied - tiedHits) / 2.0);
        hits += tiedHits;
        irrelevant += tied - tiedHits;
      }
      return new Listed(hits, irrelevant, wrong);
    }
  }

  private static double elliot(TaskContext task, int trainItems, RankedList list) {
    int relevant = list.truth().size();
    double irrelevant = PairOrder.elliotIrrelevant(task, trainItems, list.user(), relevant);
    return RankedHits.of(list).elliotSum(irrelevant) / Math.min(list.cutoff(), relevant);
  }
}
