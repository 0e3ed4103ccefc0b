package org.trellisrec.metrics.accuracy;

import jakarta.inject.Inject;
import org.trellisrec.spi.Summary;
import org.trellisrec.spi.TaskContext;
import org.trellisrec.spi.UserMetric;

/**
 * The harmonic mean of precision and recall, per user.
 *
 * <pre>F1@k = 2 P R / (P + R) = 2 |L_u ∩ R_u| / (k + |R_u|)</pre>
 *
 * Range [0, 1], higher is better. A user without relevant items has no value; an empty list scores
 * 0. The reported number is the mean of the users' values, not the harmonic mean of the two means.
 * The conventions agree; RecBole does not define it.
 *
 * <p>Source: van Rijsbergen, Information Retrieval, 2nd edition, Butterworths, 1979.
 */
@Summary(
    value = "The harmonic mean of precision and recall, per user.",
    source = "van Rijsbergen, Information Retrieval, Butterworths, 1979")
public final class F1 implements UserMetric {
  /** Takes no parameters. */
  @Inject
  public F1() {}

  @Override
  public PerUser bind(TaskContext task) {
    return RelevantUsers.only(list -> 2.0 * list.hits() / (list.cutoff() + list.truth().size()));
  }
}
