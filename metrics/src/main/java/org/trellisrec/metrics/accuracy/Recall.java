package org.trellisrec.metrics.accuracy;

import jakarta.inject.Inject;
import org.trellisrec.spi.Summary;
import org.trellisrec.spi.TaskContext;
import org.trellisrec.spi.UserMetric;

/**
 * The share of the user's relevant items that are among the k recommended ones.
 *
 * <pre>R@k = |L_u ∩ R_u| / |R_u|</pre>
 *
 * Relevant items unknown to training count in the divisor. Range [0, 1], higher is better; 1 cannot
 * be reached where a user has more than k relevant items. A user without relevant items has no
 * value; an empty list scores 0. The conventions agree.
 *
 * <p>Source: Herlocker, Konstan, Terveen and Riedl, Evaluating collaborative filtering recommender
 * systems, ACM TOIS 22(1), 2004, doi:10.1145/963770.963772.
 */
@Summary(
    value = "The share of the user's relevant items that are among the k recommended ones.",
    source = "Herlocker et al., ACM TOIS 22(1), 2004, doi:10.1145/963770.963772")
public final class Recall implements UserMetric {
  /** Takes no parameters. */
  @Inject
  public Recall() {}

  @Override
  public PerUser bind(TaskContext task) {
    return RelevantUsers.only(list -> (double) list.hits() / list.truth().size());
  }
}
