package org.trellisrec.metrics.accuracy;

import jakarta.inject.Inject;
import org.trellisrec.spi.Summary;
import org.trellisrec.spi.TaskContext;
import org.trellisrec.spi.UserMetric;

/**
 * Normalised discounted cumulated gain where every relevant item counts the same.
 *
 * <pre>
 * sum over hits at ranks p < k of 1/log2(p + 2), divided by sum_{p < min(k, |R_u|)} 1/log2(p + 2)
 * </pre>
 *
 * Ranks count from 0. Range [0, 1], higher is better. A user without relevant items has no value;
 * an empty list scores 0. The conventions agree; it is RecBole's NDCG.
 *
 * <p>Source: Rendle, Krichene, Zhang and Anderson, Neural collaborative filtering vs. matrix
 * factorization revisited, RecSys 2020, doi:10.1145/3383313.3412488.
 */
@Summary(
    value = "Normalised discounted cumulated gain where every relevant item counts the same.",
    source = "Rendle et al., RecSys 2020, doi:10.1145/3383313.3412488")
public final class NdcgRendle2020 implements UserMetric {
  /** Takes no parameters. */
  @Inject
  public NdcgRendle2020() {}

  @Override
  public PerUser bind(TaskContext task) {
    return new CumulatedGain(rating -> 1);
  }
}
