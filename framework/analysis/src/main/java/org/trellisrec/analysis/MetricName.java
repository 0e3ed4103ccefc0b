package org.trellisrec.analysis;

import java.util.ArrayList;
import java.util.List;
import org.trellisrec.spi.InputException;

/**
 * A metric at a cutoff.
 *
 * @param metric its label
 * @param cutoff length of the lists
 */
record MetricName(String metric, String cutoff) {
  /** As in the columns of values per user. */
  @Override
  public String toString() {
    return metric + "@" + cutoff;
  }

  /**
   * True if a label is that of a metric, whatever the metric's parameters; not if it is that of one
   * of its groups.
   *
   * @param name of the metric, or the label itself
   */
  static boolean isLabelOf(String label, String name) {
    boolean grouped = label.contains("_users:") || label.contains("_items:");
    return label.equals(name) || (label.startsWith(name + "_") && !grouped);
  }

  /**
   * Those that are asked for.
   *
   * @param asked names such as {@code nDCG@10}; none for the first of those there are
   * @param known those there are, at least one
   * @param where what messages call their place
   * @throws InputException naming one that is not there
   */
  static List<MetricName> chosen(List<String> asked, List<MetricName> known, String where) {
    if (known.isEmpty()) {
      throw new InputException("%s has no values", where);
    }
    if (asked.isEmpty()) {
      return List.of(known.get(0));
    }
    List<MetricName> chosen = new ArrayList<>();
    for (String name : asked) {
      chosen.add(
          known.stream()
              .filter(metric -> metric.toString().equalsIgnoreCase(name))
              .findFirst()
              .orElseThrow(
                  () ->
                      new InputException(
                          "metrics: there is no '%s' in %s, which has %s", name, where, known)));
    }
    return chosen;
  }
}
