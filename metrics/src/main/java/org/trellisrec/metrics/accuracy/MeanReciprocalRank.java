package org.trellisrec.metrics.accuracy;

import jakarta.inject.Inject;
import org.trellisrec.spi.Summary;
import org.trellisrec.spi.TaskContext;
import org.trellisrec.spi.UserMetric;

/**
 * One over the position of the first relevant item.
 *
 * <pre>RR@k = 1 / position of the first hit among the first k, 0 if there is none</pre>
 *
 * Positions count from 1. Range [0, 1], higher is better. A user without relevant items has no
 * value; an empty list scores 0. The conventions agree.
 *
 * <p>Source: Voorhees, The TREC-8 question answering track report, TREC 1999.
 */
@Summary(
    value = "One over the position of the first relevant item.",
    source = "Voorhees, TREC-8, 1999")
public final class MeanReciprocalRank implements UserMetric {
  /** Takes no parameters. */
  @Inject
  public MeanReciprocalRank() {}

  @Override
  public PerUser bind(TaskContext task) {
    return RelevantUsers.only(list -> list.firstHit() < 0 ? 0 : 1.0 / (list.firstHit() + 1));
  }
}
