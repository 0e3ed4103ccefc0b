package org.trellisrec.evaluation;

import java.util.List;
import org.trellisrec.data.EvalTask;
import org.trellisrec.data.Interactions;

/**
 * Lists wanted from a {@link Ranker}.
 *
 * @param task whom to serve from which candidates
 * @param hidden interactions kept out of the lists, users x items; see {@link Mask}
 * @param places true to find the rank and the score of every held-out item among all candidates,
 *     for metrics with {@link org.trellisrec.spi.Metric.Requirement#FULL_RANKING}
 */
public record RankRequest(EvalTask task, List<Interactions> hidden, boolean places) {
  /** Keeps its own copy of the list. */
  public RankRequest {
    hidden = List.copyOf(hidden);
  }
}
