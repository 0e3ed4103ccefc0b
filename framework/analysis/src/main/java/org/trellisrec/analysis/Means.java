package org.trellisrec.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;

/** Means of values by group and column, in the order in which they first appear. */
final class Means {
  private final Map<List<String>, Map<String, SummaryStatistics>> groups = new LinkedHashMap<>();
  private final Set<String> columns = new LinkedHashSet<>();

  /** Adds a value; one that is undefined (NaN) counts for nothing. */
  void add(List<String> group, String column, double value) {
    columns.add(column);
    SummaryStatistics values =
        groups
            .computeIfAbsent(group, g -> new LinkedHashMap<>())
            .computeIfAbsent(column, c -> new SummaryStatistics());
    if (!Double.isNaN(value)) {
      values.addValue(value);
    }
  }

  boolean isEmpty() {
    return groups.isEmpty();
  }

  /** The columns. */
  List<String> columns() {
    return List.copyOf(columns);
  }

  /** The groups. */
  List<List<String>> groups() {
    return List.copyOf(groups.keySet());
  }

  /** The mean, NaN if there is no value. */
  double mean(List<String> group, String column) {
    SummaryStatistics values = groups.get(group).get(column);
    return values == null ? Double.NaN : values.getMean();
  }

  /**
   * For each group its words, and for each column the mean and, of several values, how they
   * deviate.
   */
  List<List<String>> rows() {
    List<List<String>> rows = new ArrayList<>();
    groups.forEach(
        (group, values) -> {
          List<String> row = new ArrayList<>(group);
          columns.forEach(column -> row.add(text(values.get(column))));
          rows.add(row);
        });
    return rows;
  }

  /** The mean and, of several values that differ, how they deviate; nothing if there is none. */
  static String text(SummaryStatistics values) {
    if (values == null || values.getN() == 0) {
      return "";
    }
    boolean several = values.getN() > 1 && values.getMin() < values.getMax();
    return several
        ? number(values.getMean()) + " ± " + number(values.getStandardDeviation())
        : number(values.getMean());
  }

  /** Four decimals, fewer for what is large, none for what is whole. */
  static String number(double value) {
    if (Double.isNaN(value)) {
      return "";
    }
    if (value == Math.rint(value) && Math.abs(value) >= 2) {
      return String.format(Locale.ROOT, "%.0f", value);
    }
    return String.format(Locale.ROOT, Math.abs(value) < 100 ? "%.4f" : "%.1f", value);
  }
}
