package org.trellisrec.significance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

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
    notes.addAll(leftOut(groups, rows));
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
              "Significance: %s has values in %d of %d repetitions (seeds, folds) of %s: it is compared with another model on those that both have, and is not taken for the best."
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

  /** A line for all metrics of a task of which the same is to be said. */
  private static List<String> leftOut(List<SampleGroup> groups, List<ComparisonRow> rows) {
    Map<SampleKey, SampleGroup> byKey = new HashMap<>();
    groups.forEach(group -> byKey.put(group.key(), group));
    Map<SampleKey, ComparisonRow> worst = new LinkedHashMap<>();
    for (ComparisonRow row : rows) {
      if (row.leftOut() > 0) {
        worst.merge(row.key(), row, (a, b) -> b.leftOut() > a.leftOut() ? b : a);
      }
    }
    Map<Remark, List<String>> metrics = new LinkedHashMap<>();
    worst.forEach(
        (key, row) ->
            metrics
                .computeIfAbsent(remark(row, byKey.get(key)), remark -> new ArrayList<>())
                .add(key.metric() + "@" + key.cutoff()));
    return metrics.entrySet().stream()
        .map(
            entry ->
                "Significance of %s (%s): %s"
                    .formatted(
                        String.join(", ", entry.getValue()),
                        entry.getKey().where(),
                        entry.getKey().text()))
        .toList();
  }

  /** What is said of the users that a comparison leaves out, and of which task. */
  private record Remark(String where, String text) {}

  private static Remark remark(ComparisonRow row, SampleGroup group) {
    String text =
        "up to %d of %d users are left out of a comparison (%s with %s), as %s."
            .formatted(
                row.leftOut(),
                row.leftOut() + row.n(),
                row.modelA(),
                row.modelB(),
                reason(row.leftOut(), undefined(group)));
    return new Remark(row.key().where(), text);
  }

  private static String reason(int leftOut, long undefined) {
    if (undefined == 0) {
      return "a model has no value for them";
    }
    String ofTheUsers = "such as users without a relevant item";
    return undefined == leftOut
        ? "no model has a value for them, " + ofTheUsers
        : "no model has a value for %d of them, %s, and a model has none for the others"
            .formatted(undefined, ofTheUsers);
  }

  /** Number of users for whom no model has a value. */
  private static long undefined(SampleGroup group) {
    return IntStream.range(0, group.users())
        .filter(user -> Arrays.stream(group.values()).allMatch(own -> Double.isNaN(own[user])))
        .count();
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
