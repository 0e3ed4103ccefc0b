package org.trellisrec.report;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What was chosen of every model: among trials, among epochs. */
final class ChosenTable {
  private static final String NOTHING = "-";

  private record Training(UnitKey unit, int trial) {}

  private ChosenTable() {}

  /**
   * A section for {@code results.md}: a row for every unit with several trials, or with several
   * epochs of which one was chosen. Of the parameters it has those that differ between the trials
   * of the model.
   *
   * @return Markdown, empty if there was nothing to choose
   */
  static String section(List<TrialRow> trials, List<EpochRow> epochs) {
    Map<UnitKey, Integer> sizes = new HashMap<>();
    trials.forEach(row -> sizes.merge(unit(row), 1, Integer::sum));
    Map<Training, Integer> lasts = new HashMap<>();
    epochs.forEach(row -> lasts.merge(training(row), row.epoch(), Math::max));
    List<TrialRow> chosen =
        trials.stream()
            .filter(TrialRow::best)
            .filter(row -> sizes.get(unit(row)) > 1 || choseEpoch(row, lasts))
            .toList();
    if (chosen.isEmpty()) {
      return "";
    }
    Map<String, Set<String>> searched = searched(trials);
    Map<String, Function<TrialRow, String>> columns = new LinkedHashMap<>();
    columns.put("model", TrialRow::model);
    columns.put("protocol", TrialRow::protocol);
    putIfDiffers(columns, "fold", TrialRow::fold, chosen);
    putIfDiffers(columns, "seed", row -> Long.toString(row.seed()), chosen);
    columns.put("parameters", row -> parameters(row, searched.get(row.model())));
    columns.put("by", row -> row.metric().isEmpty() ? NOTHING : row.metric());
    columns.put("value", row -> row.metric().isEmpty() ? NOTHING : value(row.value()));
    if (chosen.stream().anyMatch(row -> choseEpoch(row, lasts))) {
      columns.put("best epoch", row -> choseEpoch(row, lasts) ? epoch(row, lasts) : NOTHING);
    }
    List<List<String>> lines =
        chosen.stream()
            .map(row -> columns.values().stream().map(column -> column.apply(row)).toList())
            .toList();
    return "\n## What was chosen\n\n"
        + new Table(List.copyOf(columns.keySet()), lines).escapedMarkdown();
  }

  private static UnitKey unit(TrialRow row) {
    return new UnitKey(row.seed(), row.protocol(), row.fold(), row.model());
  }

  private static Training training(TrialRow row) {
    return new Training(unit(row), row.trial());
  }

  private static Training training(EpochRow row) {
    UnitKey unit = new UnitKey(row.seed(), row.protocol(), row.fold(), row.model());
    return new Training(unit, row.trial());
  }

  private static boolean choseEpoch(TrialRow row, Map<Training, Integer> lasts) {
    return row.bestEpoch() > 0 && lasts.getOrDefault(training(row), 0) > 1;
  }

  private static String epoch(TrialRow row, Map<Training, Integer> lasts) {
    return "%d of %d".formatted(row.bestEpoch(), lasts.get(training(row)));
  }

  private static void putIfDiffers(
      Map<String, Function<TrialRow, String>> columns,
      String name,
      Function<TrialRow, String> column,
      List<TrialRow> rows) {
    if (rows.stream().map(column).distinct().count() > 1) {
      columns.put(name, column);
    }
  }

  /** By model, the parameters of which its trials have several values. */
  private static Map<String, Set<String>> searched(List<TrialRow> trials) {
    Map<String, Map<String, String>> first = new HashMap<>();
    Map<String, Set<String>> searched = new TreeMap<>();
    for (TrialRow row : trials) {
      Map<String, String> known = first.computeIfAbsent(row.model(), model -> new HashMap<>());
      Set<String> differing = searched.computeIfAbsent(row.model(), model -> new TreeSet<>());
      row.parameters()
          .forEach(
              (name, value) -> {
                String other = known.putIfAbsent(name, value);
                if (other != null && !other.equals(value)) {
                  differing.add(name);
                }
              });
    }
    return searched;
  }

  private static String parameters(TrialRow row, Set<String> searched) {
    String parameters =
        row.parameters().entrySet().stream()
            .filter(parameter -> searched.contains(parameter.getKey()))
            .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
            .collect(Collectors.joining(", "));
    return parameters.isEmpty() ? NOTHING : parameters;
  }

  private static String value(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }
}
