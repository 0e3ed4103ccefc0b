package org.trellisrec.metrics.accuracy;

import jakarta.inject.Inject;
import org.trellisrec.spi.Summary;
import org.trellisrec.spi.TaskContext;
import org.trellisrec.spi.UserMetric;

/**
 * Recall relative to the best that a list of k items can reach.
 *
 * <pre>|L_u ∩ R_u| / min(k, |R_u|)</pre>
 *
 * Range [0, 1], higher is better; unlike recall, 1 can always be reached. A user without relevant
 * items has no value; an empty list scores 0. The conventions agree; neither Elliot nor RecBole
 * defines it.
 *
 * <p>Source: Liang, Krishnan, Hoffman and Jebara, Variational autoencoders for collaborative
 * filtering, WWW 2018, doi:10.1145/3178876.3186150 (there called Recall@R).
 */
@Summary(
    value = "Recall relative to the best that a list of k items can reach.",
    source = "Liang et al., WWW 2018, doi:10.1145/3178876.3186150")
public final class CappedRecall implements UserMetric {
  /** Takes no parameters. */
  @Inject
  public CappedRecall() {}

  @Override
  public PerUser bind(TaskContext task) {
    return RelevantUsers.only(
        list -> (double) list.hits() / Math.min(list.cutoff(), list.truth().size()));
  }
}
