package org.trellisrec.metrics.rating;

import jakarta.inject.Inject;
import java.util.Set;
import java.util.function.Supplier;
import org.trellisrec.spi.Convention;
import org.trellisrec.spi.Summary;
import org.trellisrec.spi.SystemMetric;
import org.trellisrec.spi.TaskContext;

/**
 * The root of the mean squared difference between score and rating.
 *
 * <pre>sqrt((1/n) sum (score(u, i) - r(u, i))²)</pre>
 *
 * over the pairs of all users and their relevant items that the model scored, listed or not. Range
 * [0, infinity), in units of the ratings; lower is better. It has no cutoff: every cutoff shows the
 * same value. Only meaningful for models whose scores are predicted ratings. NaN if no pair was
 * scored.
 *
 * <p>Conventions: {@code standard} and {@code recbole} as above. {@code elliot} divides by all
 * pairs, so that a pair that was not scored counts as free of error.
 *
 * <p>Source: Herlocker, Konstan, Terveen and Riedl, Evaluating collaborative filtering recommender
 * systems, ACM TOIS 22(1), 2004, doi:10.1145/963770.963772.
 */
@Summary(
    value = "The root of the mean squared difference between score and rating.",
    source = "Herlocker et al., ACM TOIS 22(1), 2004, doi:10.1145/963770.963772")
public final class RootMeanSquaredError implements SystemMetric<ScoreErrors> {
  /** Takes no parameters. */
  @Inject
  public RootMeanSquaredError() {}

  @Override
  public Set<Requirement> requires() {
    return Set.of(Requirement.FULL_RANKING);
  }

  @Override
  public boolean higherIsBetter(Convention convention) {
    return false;
  }

  @Override
  public Supplier<ScoreErrors> bind(TaskContext task) {
    return ScoreErrors.of(task, error -> error * error, Math::sqrt);
  }
}
