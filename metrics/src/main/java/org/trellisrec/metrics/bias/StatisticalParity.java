package org.trellisrec.metrics.bias;

import java.util.Arrays;
import org.trellisrec.spi.RankedList;
import org.trellisrec.spi.SystemMetric;

/**
 * Exposure of item groups: how many items of each group were recommended out of those that could
 * have been, and how far the groups' shares differ.
 */
public final class StatisticalParity implements SystemMetric.Accumulator<StatisticalParity> {
  private final ItemGroups groups;
  private final long[] recommended;
  private final long[] available;

  StatisticalParity(ItemGroups groups) {
    this.groups = groups;
    this.recommended = new long[groups.count()];
    this.available = new long[groups.count()];
  }

  @Override
  public void add(RankedList list) {
    for (int rank = 0; rank < list.size(); rank++) {
      int group = groups.of(list.item(rank));
      if (group >= 0) {
        recommended[group]++;
      }
    }
    groups.addAvailable(list.user(), available);
  }

  @Override
  public void merge(StatisticalParity other) {
    for (int group = 0; group < recommended.length; group++) {
      recommended[group] += other.recommended[group];
      available[group] += other.available[group];
    }
  }

  /** Probability of being recommended per group; NaN for a group that nobody could be shown. */
  double[] probabilities() {
    double[] probabilities = new double[recommended.length];
    Arrays.setAll(probabilities, group -> (double) recommended[group] / available[group]);
    return probabilities;
  }

  /** Standard deviation (of the population) of the probabilities over their mean. */
  @Override
  public double result() {
    double[] q = probabilities();
    double mean = Arrays.stream(q).sum() / q.length;
    double variance = Arrays.stream(q).map(x -> (x - mean) * (x - mean)).sum() / q.length;
    return Math.sqrt(variance) / mean;
  }
}
