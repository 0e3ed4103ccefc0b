package org.example.rbp;

import jakarta.inject.Inject;
import org.trellisrec.spi.Param;
import org.trellisrec.spi.RankedList;
import org.trellisrec.spi.Summary;
import org.trellisrec.spi.TaskContext;
import org.trellisrec.spi.UserMetric;

/**
 * Rank-biased precision: what a user finds on average who looks at the first item, and goes on from
 * each item to the next with probability p.
 *
 * <pre>RBP@k = (1 - p) sum over n <= k of h(n) p^(n - 1)</pre>
 *
 * with h(n) = 1 for a hit at place n and 0 otherwise. Range [0, 1 - p^k], higher is better. An empty
 * list has 0; a user without relevant items has no value. The conventions do not differ.
 *
 * <p>Source: Moffat and Zobel, Rank-biased precision for measurement of retrieval effectiveness, ACM
 * Transactions on Information Systems 27(1), 2008, doi:10.1145/1416950.1416952.
 */
@Summary(
    value = "What a user finds who goes on from item to item with a fixed probability.",
    source = "Moffat and Zobel, ACM TOIS 27(1), 2008, doi:10.1145/1416950.1416952")
public final class RankBiasedPrecision implements UserMetric {
  private final double persistence;

  /**
   * Parameters.
   *
   * @param persistence probability p of going on to the next item, in (0, 1)
   */
  public record Params(
      @Param(
              description = "Probability of going on to the next item.",
              byDefault = "0.8",
              min = 0,
              aboveMin = true,
              max = 1,
              belowMax = true)
          double persistence) {}

  /** The metric with these parameters. */
  @Inject
  public RankBiasedPrecision(Params params) {
    this.persistence = params.persistence();
  }

  /** Two users of different patience stand side by side in result tables. */
  @Override
  public String label(String name) {
    return name + "_p:" + persistence;
  }

  @Override
  public PerUser bind(TaskContext task) {
    return list -> list.truth().size() == 0 ? Double.NaN : (1 - persistence) * gain(list);
  }

  private double gain(RankedList list) {
    double gain = 0;
    double reached = 1;
    for (int rank = 0; rank < list.size(); rank++) {
      gain += list.isRelevant(rank) ? reached : 0;
      reached *= persistence;
    }
    return gain;
  }
}
