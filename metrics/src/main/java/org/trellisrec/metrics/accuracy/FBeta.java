package org.trellisrec.metrics.accuracy;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.trellisrec.metrics.Labels;
import org.trellisrec.spi.MetricCatalog;
import org.trellisrec.spi.Param;
import org.trellisrec.spi.Summary;
import org.trellisrec.spi.TaskContext;
import org.trellisrec.spi.UserMetric;

/**
 * F-measure: the weighted harmonic mean of two metrics per user, by default of precision and
 * recall. Elliot calls it DSC after the Sørensen-Dice coefficient, which it is for beta 1.
 *
 * <pre>F_β = (1 + β²) m0 m1 / (β² m0 + m1)</pre>
 *
 * Range [0, 1] for metrics in [0, 1], higher is better. 0 where both metrics are 0; a user who has
 * no value under either metric has none here. The mean of the users' values is reported, not the
 * F-measure of the two means. Every user weighs the same, whatever the weights of the two metrics.
 * The conventions agree as far as the two metrics do.
 *
 * <p>Source: van Rijsbergen, Information Retrieval, 2nd edition, Butterworths, 1979, chapter 7.
 */
@Summary(
    value = "The weighted harmonic mean of two metrics per user, by default precision and recall.",
    source = "van Rijsbergen, Information Retrieval, Butterworths, 1979")
public final class FBeta implements UserMetric {
  private final Params params;
  private final UserMetric first;
  private final UserMetric second;

  /**
   * Parameters.
   *
   * @param beta above 0
   * @param metric0 takes the place of precision
   * @param metric1 takes the place of recall
   */
  public record Params(
      @Param(
              description = "How many times as much recall counts as precision.",
              byDefault = "1",
              min = 0,
              aboveMin = true)
          double beta,
      @Param(
              description = "Metric in the place of precision; one value per user.",
              byDefault = "Precision",
              aliases = "metric_0")
          String metric0,
      @Param(
              description = "Metric in the place of recall; one value per user.",
              byDefault = "Recall",
              aliases = "metric_1")
          String metric1) {}

  /** Looks the two metrics up. */
  @Inject
  public FBeta(Params params, MetricCatalog metrics) {
    this.params = params;
    this.first = metrics.userMetric(params.metric0());
    this.second = metrics.userMetric(params.metric1());
  }

  @Override
  public String label(String name) {
    return Labels.with(
        Labels.with(
            Labels.with(name, "beta", params.beta(), 1.0), "m0", params.metric0(), "Precision"),
        "m1",
        params.metric1(),
        "Recall");
  }

  @Override
  public Set<Requirement> requires() {
    return WeightedHarmonicMean.requirements(first, second);
  }

  @Override
  public List<String> notes(List<TaskContext> tasks) {
    return WeightedHarmonicMean.notes(first, second, tasks);
  }

  @Override
  public PerUser bind(TaskContext task) {
    return WeightedHarmonicMean.of(first, second, params.beta(), task);
  }
}
