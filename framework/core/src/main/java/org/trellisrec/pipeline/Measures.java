package org.trellisrec.pipeline;

import java.util.List;
import java.util.Map;
import org.trellisrec.evaluation.Mask;
import org.trellisrec.evaluation.NamedMetric;
import org.trellisrec.report.ResultsTables;
import org.trellisrec.spi.Convention;

/**
 * How models are measured: the same for all models of a run.
 *
 * @param metrics the metrics, in the order of the tables
 * @param cutoffs list lengths at which they are taken
 * @param depth length of the lists that are made and written, at least the largest cutoff
 * @param mask which known interactions are kept out of the lists
 * @param convention whose definitions are followed
 * @param relevanceThreshold a held-out item is relevant if its rating is at least this
 * @param threads threads for ranking and evaluating
 */
record Measures(
    List<NamedMetric> metrics,
    int[] cutoffs,
    int depth,
    Mask mask,
    Convention convention,
    double relevanceThreshold,
    int threads) {

  /** For each metric by its label: whether higher values are better. */
  Map<String, Boolean> directions() {
    return ResultsTables.directions(metrics, convention);
  }

  /** True if some metric needs the place of every relevant item among all candidates. */
  boolean needsPlaces() {
    return metrics.stream().anyMatch(NamedMetric::needsPlaces);
  }
}
