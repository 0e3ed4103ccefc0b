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

  /** The positions that have the same value as {@code u}. */
  Cell cell(double u);

  /**
   * A part of the unit interval, whose length is the probability of the value it stands for.
   *
   * @param from its start
   * @param to its end; the same as the start where no two positions have the same value
   */
  record Cell(double from, double to) {
    /** True if it is a single position. */
    public boolean isPoint() {
      return from == to;
    }

    /** The position that stands for all of them. */
    public double middle() {
      return (from + to) / 2;
    }
  }

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
      return values.get(index(u));
    }

    @Override
    public Cell cell(double u) {
      double index = index(u);
      return new Cell(index / values.size(), (index + 1) / values.size());
    }

    private int index(double u) {
      return (int) Math.min(values.size() - 1.0, Math.floor(u * values.size()));
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
      // What is below 0 is rounded to -0.0, which would be another value than 0.
      return rounded + 0.0;
    }

    @Override
    public Cell cell(double u) {
      double width = width();
      if (width == 0) {
        return new Cell(u, u);
      }
      double value = ((Number) at(u)).doubleValue();
      double from = distribution.share(value - width / 2, a, b);
      double to = distribution.share(value + width / 2, a, b);
      return new Cell(Math.min(from, u), Math.max(to, u));
    }

    /** The distance between two values next to each other, 0 if there is none. */
    private double width() {
      boolean counted = whole || distribution == Distribution.INTEGER;
      return counted ? Math.max(step, 1) : step;
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
