package org.trellisrec.significance;

import java.util.List;
import java.util.Map;
import org.trellisrec.evaluation.Evaluation;

/**
 * What one model scored with every user.
 *
 * @param key what was measured
 * @param model label of the model
 * @param higherIsBetter direction of the metric
 * @param users user indices, in any order, each at most once
 * @param values one value per user; NaN where the metric is undefined
 */
public record PerUserValues(
    SampleKey key, String model, boolean higherIsBetter, int[] users, double[] values) {
  /** Checks that there is one value per user. */
  public PerUserValues {
    if (users.length != values.length) {
      throw new IllegalArgumentException(
          "%s of %s: %d users but %d values"
              .formatted(key.title(), model, users.length, values.length));
    }
  }

  /**
   * All values that an evaluation kept per user.
   *
   * @param protocol name of the protocol
   * @param task name of the task
   * @param model label of the model
   * @param evaluation of the model's lists on the task
   * @param higherIsBetter direction by label of metric; higher is better for one that is not named
   */
  public static List<PerUserValues> of(
      String protocol,
      String task,
      String model,
      Evaluation evaluation,
      Map<String, Boolean> higherIsBetter) {
    return evaluation.userValues().stream()
        .map(
            kept ->
                new PerUserValues(
                    new SampleKey(protocol, task, kept.metric(), kept.cutoff()),
                    model,
                    higherIsBetter.getOrDefault(kept.metric(), true),
                    evaluation.users(),
                    kept.values()))
        .toList();
  }
}
