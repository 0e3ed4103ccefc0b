package org.trellisrec.metrics.accuracy;

import jakarta.inject.Inject;
import java.util.function.DoubleUnaryOperator;
import org.trellisrec.data.EnumWord;
import org.trellisrec.data.Interactions;
import org.trellisrec.metrics.Labels;
import org.trellisrec.spi.Convention;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.Param;
import org.trellisrec.spi.Summary;
import org.trellisrec.spi.TaskContext;
import org.trellisrec.spi.UserMetric;

/**
 * Normalised discounted cumulated gain: the ratings of the hits, discounted by rank, over the same
 * sum for the ideal list.
 *
 * <pre>nDCG@k = sum over hits at ranks p < k of g(r_p)/log2(p + 2), divided by
 *          sum_{p < min(k, |R_u|)} g(p-th highest rating of R_u)/log2(p + 2)</pre>
 *
 * Ranks count from 0. Range [0, 1], higher is better. A user without relevant items has no value,
 * nor has one whose relevant items all have gain 0; an empty list scores 0. Ratings whose gain is
 * negative, or too large to be added up, are refused.
 *
 * <p>Conventions: {@code standard} has the exponential gain {@code g(r) = 2^r - 1} of Burges et
 * al., which for ratings of 1 is the binary gain; ratings enter as they are. {@code elliot} shifts
 * them so that the threshold t counts as 1: {@code g(r) = 2^(r - t + 1) - 1}. {@code recbole} is
 * binary. The parameter {@code gain} overrides the form of g, not the shift.
 *
 * <p>Sources: Järvelin and Kekäläinen, Cumulated gain-based evaluation of IR techniques, ACM TOIS
 * 20(4), 2002, doi:10.1145/582415.582418; Burges et al., Learning to rank using gradient descent,
 * ICML 2005, doi:10.1145/1102351.1102363.
 */
@Summary(
    value = "Discounted cumulated gain of the hits over that of the ideal list.",
    source = "Järvelin and Kekäläinen, ACM TOIS 20(4), 2002, doi:10.1145/582415.582418")
public final class Ndcg implements UserMetric {
  private final Gain gain;

  /**
   * Parameters.
   *
   * @param gain the form of the gain, or null for that of the convention
   */
  public record Params(
      @Param(
              description =
                  "gain of a relevant item by its rating: exponential, linear or binary; if left"
                      + " out, exponential, and binary in the convention recbole",
              byDefault = Param.OPTIONAL)
          Gain gain) {}

  /** nDCG with these parameters. */
  @Inject
  public Ndcg(Params params) {
    this.gain = params.gain();
  }

  @Override
  public String label(String name) {
    return Labels.with(name, "gain", gain, null);
  }

  /**
   * {@inheritDoc}
   *
   * @throws InputException if a relevant item's gain would be negative, or too large to be added up
   */
  @Override
  public PerUser bind(TaskContext task) {
    Gain form = gain == null ? byDefault(task.convention()) : gain;
    DoubleUnaryOperator worth =
        form.in(task, "set gain: binary or gain: linear, or take nDCGRendle2020");
    requireNoLoss(form, worth, task);
    return new CumulatedGain(worth);
  }

  private static Gain byDefault(Convention convention) {
    return convention == Convention.RECBOLE ? Gain.BINARY : Gain.EXPONENTIAL;
  }

  private static void requireNoLoss(Gain form, DoubleUnaryOperator worth, TaskContext task) {
    Interactions truth = task.task().truth();
    for (int p = 0; p < truth.size(); p++) {
      float rating = truth.rating(p);
      if (task.isRelevant(p) && worth.applyAsDouble(rating) < 0) {
        throw new InputException(
            "nDCG with %s gain needs ratings of at least 0, but a held-out rating is %s; raise"
                + " relevance_threshold or set gain: binary",
            EnumWord.of(form), rating);
      }
    }
  }
}
