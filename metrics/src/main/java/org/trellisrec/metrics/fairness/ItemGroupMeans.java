package org.trellisrec.metrics.fairness;

import java.util.Arrays;
import org.trellisrec.metrics.clustering.Clustering;
import org.trellisrec.spi.Convention;
import org.trellisrec.spi.RankedList;
import org.trellisrec.spi.SystemMetric;

/**
 * How far what recommended items gain differs between clusters of items: the mean of every item
 * over the users it is shown to, then the mean of every cluster over its recommended items. Users
 * without relevant items are left out.
 */
public final class ItemGroupMeans implements SystemMetric.Accumulator<ItemGroupMeans> {
  /** What a relevant item gains in its place. */
  @FunctionalInterface
  interface Gained {
    double at(RankedList list, int rank);
  }

  private final Gained gained;
  private final Clustering items;
  private final Convention convention;
  private final double[] sums;
  private final long[] counts;

  ItemGroupMeans(Gained gained, Clustering items, Convention convention) {
    this.gained = gained;
    this.items = items;
    this.convention = convention;
    this.sums = new double[items.of().length];
    this.counts = new long[sums.length];
  }

  @Override
  public void add(RankedList list) {
    for (int rank = 0; list.truth().size() > 0 && rank < list.size(); rank++) {
      counts[list.item(rank)]++;
      sums[list.item(rank)] += list.isRelevant(rank) ? gained.at(list, rank) : 0;
    }
  }

  @Override
  public void merge(ItemGroupMeans other) {
    for (int item = 0; item < sums.length; item++) {
      sums[item] += other.sums[item];
      counts[item] += other.counts[item];
    }
  }

  @Override
  public double result() {
    double[] groupSums = new double[items.size()];
    long[] groupCounts = new long[items.size()];
    for (int item = 0; item < sums.length; item++) {
      int group = items.of()[item];
      if (group >= 0 && counts[item] > 0) {
        groupSums[group] += sums[item] / counts[item];
        groupCounts[group]++;
      }
    }
    Arrays.setAll(groupSums, group -> groupSums[group] / groupCounts[group]);
    return PairwiseDifference.of(groupSums, convention);
  }
}
