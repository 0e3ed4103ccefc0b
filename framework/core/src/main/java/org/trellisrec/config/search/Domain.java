package org.trellisrec.config.search;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The values that a search may give to one parameter. Values are plain: whole numbers, doubles,
 * booleans, strings, or lists of these.
 */
public sealed interface Domain {
  /**
   * The value at {@code u}, so that {@code u} uniform in (0, 1) gives values with the domain's
   * distribution.
   */
  Object at(double u);

  /** The domain as it is written in YAML. */
  Map<String, Object> toYaml();

  /**
   * Finitely many values.
   *
   * @param values at least one, in the order written
   */
  record Grid(List<Object> values) implements Domain {
    /** Keeps its own copy. */
    public Grid {
      values = List.copyOf(values);
    }

    @Override
    public Object at(double u) {
      return values.get((int) Math.min(values.size() - 1.0, Math.floor(u * values.size())));
    }

    @Override
    public Map<String, Object> toYaml() {
      return Map.of("choice", values);
    }
  }

  /**
   * Numbers from a distribution.
   *
   * @param distribution their distribution
   * @param a lower bound, or mean
   * @param b upper bound, or standard deviation
   * @param step values are rounded to multiples of this; 0 for no rounding
   * @param whole true if the parameter takes whole numbers
   */
  record Numbers(Distribution distribution, double a, double b, double step, boolean whole)
      implements Domain {
    @Override
    public Object at(double u) {
      double value = distribution.quantile(Math.max(u, Double.MIN_NORMAL), a, b);
      double rounded = step > 0 ? Math.rint(value / step) * step : value;
      if (whole) {
        return Math.round(rounded);
      }
      return rounded;
    }

    @Override
    public Map<String, Object> toYaml() {
      String key = (step > 0 ? "quantized_" : "") + distribution.key();
      Map<String, Object> yaml = new LinkedHashMap<>();
      yaml.put(key, step > 0 ? List.of(a, b, step) : List.of(a, b));
      return yaml;
    }
  }
}
