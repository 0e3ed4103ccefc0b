package org.trellisrec.metrics.coverage;

import jakarta.inject.Inject;
import java.util.function.Supplier;
import org.trellisrec.spi.Summary;
import org.trellisrec.spi.SystemMetric;
import org.trellisrec.spi.TaskContext;

/**
 * The share of users whose list is full.
 *
 * <pre>|{u: |L_u| >= k}| / |users of the task|</pre>
 *
 * Range [0, 1], higher is better. NaN if the task has no users.
 *
 * <p>Conventions: {@code standard} and {@code recbole} as above; RecBole does not define it. {@code
 * elliot} does not divide: the value is a count.
 *
 * <p>Source: Ge, Delgado-Battenfeld and Jannach, Beyond accuracy: evaluating recommender systems by
 * coverage and serendipity, RecSys 2010, doi:10.1145/1864708.1864761.
 */
@Summary(
    value = "The share of users whose list is full.",
    source = "Ge et al., RecSys 2010, doi:10.1145/1864708.1864761")
public final class UserCoverageAtN implements SystemMetric<UserCount> {
  /** Takes no parameters. */
  @Inject
  public UserCoverageAtN() {}

  @Override
  public Supplier<UserCount> bind(TaskContext task) {
    return () -> new UserCount(task, list -> list.size() >= list.cutoff());
  }
}
