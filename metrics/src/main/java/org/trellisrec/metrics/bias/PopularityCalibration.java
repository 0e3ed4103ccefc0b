package org.trellisrec.metrics.bias;

import jakarta.inject.Inject;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.ItemSet;
import org.trellisrec.spi.Convention;
import org.trellisrec.spi.RankedList;
import org.trellisrec.spi.Summary;
import org.trellisrec.spi.TaskContext;
import org.trellisrec.spi.UserMetric;

/**
 * User popularity deviation (UPD): how far the popularity of a list is from what the user's own
 * history calls for.
 *
 * <pre>
 * Jensen-Shannon divergence, in bits, of the shares of head, middle and tail in H_u and in L_u
 * </pre>
 *
 * The head holds the most popular items that together have 20% of the training interactions, the
 * tail those beyond 80%, and those unknown to training; H_u is the user's visible history. Range
 * [0, 1]: 0 if the shares are the same; lower is better calibrated. An empty list and an empty
 * history have no value. Every other user counts, relevant items or not. The conventions agree;
 * neither Elliot nor RecBole defines it.
 *
 * <p>Source: Abdollahpouri, Mansoury, Burke, Mobasher and Malthouse, User-centered evaluation of
 * popularity bias in recommender systems, UMAP 2021, doi:10.1145/3450613.3456821.
 */
@Summary(
    value = "How far the popularity of a list is from what the user's history calls for.",
    source = "Abdollahpouri et al., UMAP 2021, doi:10.1145/3450613.3456821")
public final class PopularityCalibration implements UserMetric {
  private static final int GROUPS = 3;

  /** Takes no parameters. */
  @Inject
  public PopularityCalibration() {}

  @Override
  public boolean higherIsBetter(Convention convention) {
    return false;
  }

  @Override
  public PerUser bind(TaskContext task) {
    ItemSet head = task.popularity().shortHead(0.2);
    ItemSet headAndMiddle = task.popularity().shortHead(0.8);
    byte[] group = new byte[head.catalogue()];
    for (int item = 0; item < group.length; item++) {
      group[item] = (byte) (head.contains(item) ? 0 : headAndMiddle.contains(item) ? 1 : 2);
    }
    Interactions history = task.task().history();
    return list -> divergence(ofHistory(group, history, list.user()), ofList(group, list));
  }

  private static double[] ofHistory(byte[] group, Interactions history, int user) {
    int[] counts = new int[GROUPS];
    for (int p = history.start(user); p < history.end(user); p++) {
      counts[group[history.column(p)]]++;
    }
    return shares(counts, history.count(user));
  }

  private static double[] ofList(byte[] group, RankedList list) {
    int[] counts = new int[GROUPS];
    for (int rank = 0; rank < list.size(); rank++) {
      counts[group[list.item(rank)]]++;
    }
    return shares(counts, list.size());
  }

  private static double[] shares(int[] counts, int total) {
    double[] shares = new double[GROUPS];
    for (int g = 0; g < GROUPS && total > 0; g++) {
      shares[g] = (double) counts[g] / total;
    }
    return shares;
  }

  private static double divergence(double[] p, double[] q) {
    if (p[0] + p[1] + p[2] == 0 || q[0] + q[1] + q[2] == 0) {
      return Double.NaN;
    }
    double sum = 0;
    for (int g = 0; g < GROUPS; g++) {
      double middle = (p[g] + q[g]) / 2;
      sum += (surprise(p[g], middle) + surprise(q[g], middle)) / 2;
    }
    return Math.max(0, sum / Math.log(2));
  }

  private static double surprise(double share, double reference) {
    return share == 0 ? 0 : share * Math.log(share / reference);
  }
}
