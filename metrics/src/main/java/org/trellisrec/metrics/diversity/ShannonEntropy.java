package org.trellisrec.metrics.diversity;

import jakarta.inject.Inject;
import java.util.function.Supplier;
import org.trellisrec.spi.Convention;
import org.trellisrec.spi.RankedList;
import org.trellisrec.spi.Summary;
import org.trellisrec.spi.SystemMetric;
import org.trellisrec.spi.TaskContext;

/**
 * Shannon entropy of how often each item is recommended: how evenly the lists of all users together
 * spread over the items.
 *
 * <pre>- sum_i p_i log2 p_i,  p_i = |{u: i in L_u}| / sum_u |L_u|</pre>
 *
 * In bits. Range [0, log2 |I|], higher is more even. NaN if nothing is recommended.
 *
 * <p>Conventions: {@code standard} as above. {@code elliot} is {@code - (1/|U|) sum_u (1/|L_u|)
 * sum_{i in L_u} log2 p_i}, the same if all lists are equally long, otherwise at most {@code log2
 * sum_u |L_u|}. {@code recbole} uses the natural logarithm and divides by the number of distinct
 * recommended items.
 *
 * <p>Source: Shani and Gunawardana, Evaluating recommendation systems, Recommender Systems
 * Handbook, 2011, doi:10.1007/978-0-387-85820-3_8.
 */
@Summary(
    value = "How evenly the lists of all users spread over the items, as entropy in bits.",
    source = "Shani and Gunawardana, 2011, doi:10.1007/978-0-387-85820-3_8")
public final class ShannonEntropy implements SystemMetric<ShannonEntropy.Counts> {
  /** Takes no parameters. */
  @Inject
  public ShannonEntropy() {}

  @Override
  public Supplier<Counts> bind(TaskContext task) {
    int items = task.train().columns();
    return () -> new Counts(task.convention(), items);
  }

  /** How often each item was recommended. */
  public static final class Counts implements Accumulator<Counts> {
    private final Convention convention;
    private final int[] counts;
    private final double[] weights;
    private long slots;
    private int users;

    private Counts(Convention convention, int items) {
      this.convention = convention;
      this.counts = new int[items];
      this.weights = new double[convention == Convention.ELLIOT ? items : 0];
    }

    @Override
    public void add(RankedList list) {
      slots += list.size();
      users++;
      for (int rank = 0; rank < list.size(); rank++) {
        counts[list.item(rank)]++;
        if (weights.length > 0) {
          weights[list.item(rank)] += 1.0 / list.size();
        }
      }
    }

    @Override
    public void merge(Counts other) {
      slots += other.slots;
      users += other.users;
      for (int item = 0; item < counts.length; item++) {
        counts[item] += other.counts[item];
      }
      for (int item = 0; item < weights.length; item++) {
        weights[item] += other.weights[item];
      }
    }

    @Override
    public double result() {
      double sum = 0;
      int distinct = 0;
      for (int item = 0; item < counts.length; item++) {
        if (counts[item] > 0) {
          double weight = weights.length > 0 ? weights[item] : counts[item];
          sum += weight * Math.log((double) slots / counts[item]);
          distinct++;
        }
      }
      return switch (convention) {
        case STANDARD -> sum / slots / Math.log(2);
        case ELLIOT -> sum / users / Math.log(2);
        case RECBOLE -> sum / slots / distinct;
      };
    }
  }
}
