package org.trellisrec.metrics.accuracy;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.trellisrec.spi.MetricCatalog;
import org.trellisrec.spi.Param;
import org.trellisrec.spi.Summary;
import org.trellisrec.spi.TaskContext;
import org.trellisrec.spi.UserMetric;

/**
 * The harmonic mean of any two metrics per user.
 *
 * <pre>2 m0 m1 / (m0 + m1)</pre>
 *
 * Range [0, 1] for metrics in [0, 1], higher is better. 0 where both metrics are 0; a user who has
 * no value under either metric has none here. Every user weighs the same, whatever the weights of
 * the two metrics. The conventions agree as far as the two metrics do.
 *
 * <p>Source: Anelli et al., Elliot: a comprehensive and rigorous framework for reproducible
 * recommender systems evaluation, SIGIR 2021, doi:10.1145/3404835.3463245.
 */
@Summary(
    value = "The harmonic mean of any two metrics per user.",
    source = "Anelli et al., SIGIR 2021, doi:10.1145/3404835.3463245")
public final class ExtendedF1 implements UserMetric {
  private final Params params;
  private final UserMetric first;
  private final UserMetric second;

  /**
   * Parameters.
   *
   * @param metric0 one of the two metrics
   * @param metric1 the other
   */
  public record Params(
      @Param(description = "One metric; one value per user.", aliases = "metric_0") String metric0,
      @Param(description = "The other metric; one value per user.", aliases = "metric_1")
          String metric1) {}

  /** Looks the two metrics up. */
  @Inject
  public ExtendedF1(Params params, MetricCatalog metrics) {
    this.params = params;
    this.first = metrics.userMetric(params.metric0());
    this.second = metrics.userMetric(params.metric1());
  }

  @Override
  public String label(String name) {
    return "%s_m0:%s-m1:%s".formatted(name, params.metric0(), params.metric1());
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
    return WeightedHarmonicMean.of(first, second, 1, task);
  }
}
