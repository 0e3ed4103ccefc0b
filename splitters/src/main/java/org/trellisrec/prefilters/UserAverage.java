package org.trellisrec.prefilters;

import org.trellisrec.data.Dataset;
import org.trellisrec.data.Interactions;
import org.trellisrec.spi.Prefilter;
import org.trellisrec.spi.Summary;

/**
 * Keeps interactions rated at least as high as the user's mean. The comparison is {@code rating * n
 * >= sum}, which is exact for ratings, so a user with equal ratings keeps all of them.
 */
@Summary("Keeps interactions rated at least as high as the user's mean.")
public final class UserAverage implements Prefilter {
  @Override
  public Interactions apply(Dataset data) {
    Interactions all = data.interactions();
    double[] sums = new double[all.rows()];
    int[] userOf = all.rowOfPositions();
    for (int p = 0; p < all.size(); p++) {
      sums[userOf[p]] += all.rating(p);
    }
    return all.filter(p -> (double) all.rating(p) * all.count(userOf[p]) >= sums[userOf[p]]);
  }
}
