package org.trellisrec.significance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What readers of the tables must know, in as many lines as there are kinds of remark. */
final class SignificanceNotes {
  private SignificanceNotes() {}

  static List<String> of(List<SampleGroup> groups, List<ComparisonRow> rows) {
    List<String> notes = new ArrayList<>();
    if (groups.isEmpty()) {
      notes.add("Significance: there is nothing to compare, as no metric has values per user.");
    } else if (groups.stream().allMatch(group -> group.models().size() < 2)) {
      notes.add("Significance: there are fewer than two models to compare.");
    }
    int repetitions = groups.stream().mapToInt(group -> group.repetitions().size()).max().orElse(1);
    if (repetitions > 1) {
      notes.add(
          "Significance: the values of each user are averaged over up to %d repetitions (seeds, folds) before the tests."
              .formatted(repetitions));
    }
    notes.addAll(lacking(groups));
    notes.addAll(leftOut(rows));
    notes.addAll(degenerate(rows));
    return notes;
  }

  private static Set<String> lacking(List<SampleGroup> groups) {
    Set<String> notes = new LinkedHashSet<>();
    for (SampleGroup group : groups) {
      int all = group.repetitions().size();
      for (int model = 0; model < group.models().size(); model++) {
        if (group.measured(model) < all) {
          notes.add(
              "Significance: %s has values in %d of %d repetitions (seeds, folds) of %s: it is compared with any other model on those that both have, and is not taken for the best."
                  .formatted(
                      group.models().get(model),
                      group.measured(model),
                      all,
                      group.key().protocol()));
        }
      }
    }
    return notes;
  }

  private static List<String> leftOut(List<ComparisonRow> rows) {
    Map<SampleKey, ComparisonRow> worst = new LinkedHashMap<>();
    for (ComparisonRow row : rows) {
      if (row.leftOut() > 0) {
        worst.merge(row.key(), row, (a, b) -> b.leftOut() > a.leftOut() ? b : a);
      }
    }
    return worst.values().stream()
        .map(
            row ->
                "Significance of %s: up to %d of %d users are left out of a comparison (%s with %s), as a model has no value for them."
                    .formatted(
                        row.key().title(),
                        row.leftOut(),
                        row.leftOut() + row.n(),
                        row.modelA(),
                        row.modelB()))
        .toList();
  }

  private static List<String> degenerate(List<ComparisonRow> rows) {
    Map<String, List<ComparisonRow>> byNote = new LinkedHashMap<>();
    for (ComparisonRow row : rows) {
      if (!row.result().note().isEmpty()) {
        byNote.computeIfAbsent(row.result().note(), note -> new ArrayList<>()).add(row);
      }
    }
    return byNote.entrySet().stream()
        .map(
            entry -> {
              ComparisonRow first = entry.getValue().get(0);
              return "Significance: %s in %d of %d comparisons, for instance %s, %s with %s."
                  .formatted(
                      entry.getKey(),
                      entry.getValue().size(),
                      rows.size(),
                      first.key().title(),
                      first.modelA(),
                      first.modelB());
            })
        .toList();
  }
}
