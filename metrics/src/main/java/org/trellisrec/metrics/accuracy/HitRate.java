package org.trellisrec.metrics.accuracy;

import jakarta.inject.Inject;
import org.trellisrec.spi.Summary;
import org.trellisrec.spi.TaskContext;
import org.trellisrec.spi.UserMetric;

/**
 * The share of users with at least one relevant item among the k recommended ones.
 *
 * <pre>HR@k = 1 if L_u ∩ R_u is not empty, else 0</pre>
 *
 * Range [0, 1], higher is better. A user without relevant items has no value; an empty list scores
 * 0. The conventions agree; RecBole calls it Hit.
 *
 * <p>Source: Deshpande and Karypis, Item-based top-N recommendation algorithms, ACM TOIS 22(1),
 * 2004, doi:10.1145/963770.963776.
 */
@Summary(
    value = "The share of users with at least one relevant item among the k recommended ones.",
    source = "Deshpande and Karypis, ACM TOIS 22(1), 2004, doi:10.1145/963770.963776")
public final class HitRate implements UserMetric {
  /** Takes no parameters. */
  @Inject
  public HitRate() {}

  @Override
  public PerUser bind(TaskContext task) {
    return RelevantUsers.only(list -> list.hits() > 0 ? 1 : 0);
  }
}
