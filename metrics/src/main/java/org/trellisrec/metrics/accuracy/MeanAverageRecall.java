package org.trellisrec.metrics.accuracy;

import jakarta.inject.Inject;
import org.trellisrec.spi.RankedList;
import org.trellisrec.spi.Summary;
import org.trellisrec.spi.TaskContext;
import org.trellisrec.spi.UserMetric;

/**
 * Recall averaged over the positions of the list: the area under the curve of recall.
 *
 * <pre>AR@k = (1/k) sum_{n=1..k} |first n of L_u ∩ R_u| / |R_u|</pre>
 *
 * Range [0, 1], higher is better; 1 needs the only relevant item in the first place. Positions that
 * a shorter list leaves empty add no hit. A user without relevant items has no value; an empty list
 * scores 0. The conventions agree; RecBole does not define it.
 *
 * <p>Source: Anelli et al., Elliot: a comprehensive and rigorous framework for reproducible
 * recommender systems evaluation, SIGIR 2021, doi:10.1145/3404835.3463245.
 */
@Summary(
    value = "Recall averaged over the positions of the list.",
    source = "Anelli et al., SIGIR 2021, doi:10.1145/3404835.3463245")
public final class MeanAverageRecall implements UserMetric {
  /** Takes no parameters. */
  @Inject
  public MeanAverageRecall() {}

  @Override
  public PerUser bind(TaskContext task) {
    return RelevantUsers.only(MeanAverageRecall::average);
  }

  /** A hit at rank p counts at the positions p+1 to k. */
  private static double average(RankedList list) {
    long sum = 0;
    for (int rank = 0; rank < list.size(); rank++) {
      sum += list.isRelevant(rank) ? list.cutoff() - rank : 0;
    }
    return (double) sum / list.cutoff() / list.truth().size();
  }
}
