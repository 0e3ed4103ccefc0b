package org.trellisrec.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Trainable parameters of the models side by side. */
final class ParameterTable {
  private ParameterTable() {}

  /**
   * A section for {@code results.md}: a row for every model, a column for every block, and the sum.
   * Of several folds and seeds the first counts; the others are in {@code parameters.csv}.
   *
   * @return Markdown, empty if no model counts its parameters
   */
  static String section(List<ParameterRow> rows) {
    if (rows.isEmpty()) {
      return "";
    }
    Map<String, Map<String, Long>> models = new LinkedHashMap<>();
    Set<String> blocks = new LinkedHashSet<>();
    for (ParameterRow row : rows) {
      blocks.add(row.block());
      models
          .computeIfAbsent(row.model(), model -> new LinkedHashMap<>())
          .putIfAbsent(row.block(), row.count());
    }
    List<String> header = new ArrayList<>(List.of("model"));
    header.addAll(blocks);
    header.add("all");
    List<List<String>> lines = new ArrayList<>();
    models.forEach((model, counts) -> lines.add(line(model, counts, blocks)));
    return "\n## Trainable parameters\n\n" + new Table(header, lines).escapedMarkdown();
  }

  private static List<String> line(String model, Map<String, Long> counts, Set<String> blocks) {
    List<String> cells = new ArrayList<>(List.of(model));
    blocks.forEach(
        block -> cells.add(counts.containsKey(block) ? counts.get(block).toString() : "-"));
    cells.add(Long.toString(counts.values().stream().mapToLong(Long::longValue).sum()));
    return cells;
  }
}
