package org.trellisrec.config;

import java.util.List;
import java.util.Optional;
import org.trellisrec.evaluation.Mask;
import org.trellisrec.evaluation.NamedMetric;
import org.trellisrec.significance.SignificanceConfig;
import org.trellisrec.spi.Convention;
import org.trellisrec.spi.Metric;

/**
 * What is measured, and how.
 *
 * @param cutoffs lengths of the lists, in the order written
 * @param metrics the metrics, in the order written, simple ones first
 * @param relevanceThreshold a held-out item is relevant if its rating is at least this
 * @param significance how models are compared; empty for no comparison
 * @param convention whose definitions hold
 * @param mask what is never recommended
 * @param allowSelectionOnTest whether test data may decide between trials and epochs where there
 *     are no validation data
 * @param missingModalities what is withheld from models that use side information
 */
public record EvaluationConfig(
    List<Integer> cutoffs,
    List<PluginConfig<Metric>> metrics,
    double relevanceThreshold,
    Optional<SignificanceConfig> significance,
    Convention convention,
    Mask mask,
    boolean allowSelectionOnTest,
    MissingModalitiesConfig missingModalities) {

  /** Keeps its own copies. */
  public EvaluationConfig {
    cutoffs = List.copyOf(cutoffs);
    metrics = List.copyOf(metrics);
  }

  /** The metrics, made, under their names in result tables. */
  public List<NamedMetric> named(PluginCatalog catalog) {
    return metrics.stream()
        .map(metric -> NamedMetric.of(metric.name(), metric.create(catalog)))
        .toList();
  }
}
