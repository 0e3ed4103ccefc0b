package org.trellisrec.metrics.accuracy;

import jakarta.inject.Inject;
import org.trellisrec.spi.Summary;
import org.trellisrec.spi.TaskContext;
import org.trellisrec.spi.UserMetric;

/**
 * The share of the k recommended items that are relevant.
 *
 * <pre>P@k = |L_u ∩ R_u| / k</pre>
 *
 * The divisor is k for shorter lists too. Range [0, 1], higher is better. A user without relevant
 * items has no value; an empty list scores 0. The conventions agree.
 *
 * <p>Source: Herlocker, Konstan, Terveen and Riedl, Evaluating collaborative filtering recommender
 * systems, ACM TOIS 22(1), 2004, doi:10.1145/963770.963772.
 */
@Summary(
    value = "The share of the k recommended items that are relevant.",
    source = "Herlocker et al., ACM TOIS 22(1), 2004, doi:10.1145/963770.963772")
public final class Precision implements UserMetric {
  /** Takes no parameters. */
  @Inject
  public Precision() {}

  @Override
  public PerUser bind(TaskContext task) {
    return RelevantUsers.only(list -> (double) list.hits() / list.cutoff());
  }
}
