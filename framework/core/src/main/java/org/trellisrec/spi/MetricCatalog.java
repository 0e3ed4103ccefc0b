package org.trellisrec.spi;

import java.util.Map;

/**
 * The metrics there are, by name. A metric that is made of others, such as an F-measure of any two,
 * takes it in its constructor beside its params.
 */
@FunctionalInterface
public interface MetricCatalog {
  /**
   * The metric with this name or alias, in any case.
   *
   * @param params its parameters by YAML key, as text; those left out have their defaults
   * @throws InputException if there is none, with the name that was probably meant, or if the
   *     parameters do not fit
   */
  Metric metric(String name, Map<String, String> params);

  /**
   * The metric with this name or alias, in any case, with its default parameters.
   *
   * @throws InputException if there is none, with the name that was probably meant, or if it has a
   *     parameter without default
   */
  default Metric metric(String name) {
    return metric(name, Map.of());
  }

  /**
   * The metric with this name or alias, which must have one value per user.
   *
   * @throws InputException as for {@link #metric}, or if it has no value per user
   */
  default UserMetric userMetric(String name) {
    if (metric(name) instanceof UserMetric perUser) {
      return perUser;
    }
    throw new InputException(
        "the metric %s has one value for all users together, but a value per user is needed here;"
            + " name a metric such as Precision, Recall or nDCG",
        name);
  }
}
