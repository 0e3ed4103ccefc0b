package org.trellisrec.report;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Models that gave nobody a list, so that being better than they are means little.
 *
 * @param names their labels
 */
record SilentModels(Set<String> names) {
  /** Those of one table: in every fold and repetition without a list. */
  static SilentModels in(ResultsTable.Section section, List<UnitResult> units) {
    Set<String> silent = new LinkedHashSet<>();
    Set<String> heard = new TreeSet<>();
    for (UnitResult unit : units) {
      if (unit.key().protocol().equals(section.protocol())) {
        unit.lists().stream()
            .filter(count -> count.task().equals(section.task()))
            .forEach(count -> (count.none() ? silent : heard).add(unit.key().model()));
      }
    }
    silent.removeAll(heard);
    return new SilentModels(silent);
  }

  /** A sentence for the caption of the table with these rows; empty if there is nothing to say. */
  String remark(List<ResultsTable.Row> rows) {
    if (names.isEmpty()) {
      return "";
    }
    String returned = " %s returned no list for any user.".formatted(String.join(", ", names));
    List<ResultsTable.Row> others =
        rows.stream().filter(row -> !names.contains(row.model())).toList();
    boolean hollow =
        others.size() == 1
            && others.get(0).cells().stream()
                .anyMatch(cell -> cell.star() == ResultsTable.Star.SIGNIFICANT);
    return hollow
        ? returned
            + " The star of %s says no more than that it returned some."
                .formatted(others.get(0).model())
        : returned;
  }
}
