package org.trellisrec.metrics.rating;

import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Supplier;
import org.trellisrec.spi.Convention;
import org.trellisrec.spi.RankedList;
import org.trellisrec.spi.SystemMetric;
import org.trellisrec.spi.TaskContext;
import org.trellisrec.spi.Truth;

/**
 * The mean error of scores against held-out ratings, over the pairs (user, relevant item) of all
 * users together. Pairs that were not scored are left out; in Elliot's convention they count as
 * free of error.
 */
public final class ScoreErrors implements SystemMetric.Accumulator<ScoreErrors> {
  private final DoubleUnaryOperator error;
  private final DoubleUnaryOperator finish;
  private final boolean countsUnscored;
  private double sum;
  private long pairs;
  private int users;

  private ScoreErrors(
      DoubleUnaryOperator error, DoubleUnaryOperator finish, boolean countsUnscored) {
    this.error = error;
    this.finish = finish;
    this.countsUnscored = countsUnscored;
  }

  /**
   * Accumulators for a task.
   *
   * @param error error from the difference of score and rating
   * @param finish applied to the mean error
   */
  static Supplier<ScoreErrors> of(
      TaskContext task, DoubleUnaryOperator error, DoubleUnaryOperator finish) {
    boolean countsUnscored = task.convention() == Convention.ELLIOT;
    return () -> new ScoreErrors(error, finish, countsUnscored);
  }

  @Override
  public void add(RankedList list) {
    Truth truth = list.truth();
    long before = pairs;
    for (int i = 0; i < truth.size(); i++) {
      double score = truth.score(i);
      if (!Double.isNaN(score)) {
        sum += error.applyAsDouble(score - truth.rating(i));
        pairs++;
      } else if (countsUnscored) {
        pairs++;
      }
    }
    users += pairs > before ? 1 : 0;
  }

  @Override
  public void merge(ScoreErrors other) {
    sum += other.sum;
    pairs += other.pairs;
    users += other.users;
  }

  @Override
  public double result() {
    return pairs == 0 ? Double.NaN : finish.applyAsDouble(sum / pairs);
  }

  @Override
  public Map<String, Integer> users(String label) {
    return Map.of(label, users);
  }
}
