package org.trellisrec.metrics.coverage;

import jakarta.inject.Inject;
import org.trellisrec.spi.Convention;
import org.trellisrec.spi.Summary;
import org.trellisrec.spi.TaskContext;
import org.trellisrec.spi.UserMetric;

/**
 * The number of recommended items.
 *
 * <pre>|L_u|</pre>
 *
 * Range [0, k], higher is better. An empty list has the value 0.
 *
 * <p>Conventions: {@code standard} counts every user; {@code elliot} only those with a relevant
 * item. RecBole does not define it and follows the standard.
 *
 * <p>Source: Anelli et al., Elliot: a comprehensive and rigorous framework for reproducible
 * recommender systems evaluation, SIGIR 2021, doi:10.1145/3404835.3463245.
 */
@Summary(
    value = "The number of recommended items.",
    source = "Anelli et al., SIGIR 2021, doi:10.1145/3404835.3463245")
public final class NumRetrieved implements UserMetric {
  /** Takes no parameters. */
  @Inject
  public NumRetrieved() {}

  @Override
  public PerUser bind(TaskContext task) {
    boolean everyone = task.convention() != Convention.ELLIOT;
    return list -> everyone || list.truth().size() > 0 ? list.size() : Double.NaN;
  }
}
