package org.trellisrec.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.trellisrec.evaluation.NamedMetric;
import org.trellisrec.significance.SampleKey;
import org.trellisrec.significance.SignificanceReport;
import org.trellisrec.spi.Convention;

/** Builds the result tables of a run, one per protocol, task and cutoff. */
public final class ResultsTables {
  /** The values of a metric over folds and repetitions. */
  private record Values(List<MetricRow> rows) {
    private Values() {
      this(new ArrayList<>());
    }

    private Spread spread() {
      return Spread.of(rows.stream().mapToDouble(MetricRow::value).toArray());
    }

    private LongStream users() {
      return rows.stream().mapToLong(MetricRow::users);
    }
  }

  private final Map<String, Boolean> higherIsBetter;
  private final Optional<SignificanceReport> significance;

  /**
   * A builder.
   *
   * @param higherIsBetter direction by label of metric; a metric that is not named gets no marks
   * @param significance decides the stars; empty if no tests were made
   */
  public ResultsTables(
      Map<String, Boolean> higherIsBetter, Optional<SignificanceReport> significance) {
    this.higherIsBetter = Map.copyOf(higherIsBetter);
    this.significance = significance;
  }

  /** The direction of every metric by its label, as {@link #ResultsTables} takes it. */
  public static Map<String, Boolean> directions(List<NamedMetric> metrics, Convention convention) {
    Map<String, Boolean> directions = new LinkedHashMap<>();
    metrics.forEach(m -> directions.put(m.label(), m.higherIsBetter(convention)));
    return directions;
  }

  /** The tables of the test results of these units, which give the order of models and metrics. */
  public List<ResultsTable> build(List<UnitResult> units) {
    Map<ResultsTable.Section, Map<String, Map<String, Values>>> sections = new LinkedHashMap<>();
    units.stream()
        .flatMap(unit -> unit.metrics().stream())
        .filter(row -> !row.validation())
        .forEach(
            row -> {
              Values values =
                  sections
                      .computeIfAbsent(
                          new ResultsTable.Section(row.protocol(), row.task(), row.cutoff()),
                          s -> new LinkedHashMap<>())
                      .computeIfAbsent(row.model(), m -> new LinkedHashMap<>())
                      .computeIfAbsent(row.metric(), m -> new Values());
              values.rows().add(row);
            });
    FinishedUnits finished = FinishedUnits.of(units);
    List<String> order = units.stream().map(unit -> unit.key().model()).distinct().toList();
    List<ResultsTable> tables = new ArrayList<>();
    sections.forEach(
        (section, byModel) ->
            tables.add(
                table(
                    section,
                    order.stream().filter(byModel::containsKey).toList(),
                    byModel,
                    finished,
                    SilentModels.in(section, units))));
    return tables;
  }

  private ResultsTable table(
      ResultsTable.Section section,
      List<String> models,
      Map<String, Map<String, Values>> byModel,
      FinishedUnits finished,
      SilentModels silent) {
    Set<String> metrics = new LinkedHashSet<>();
    byModel.values().forEach(values -> metrics.addAll(values.keySet()));
    List<ResultsTable.Column> columns =
        metrics.stream().map(metric -> column(metric, byModel)).toList();
    List<List<ResultsTable.Cell>> cells =
        columns.stream().map(column -> cells(section, column, models, byModel, finished)).toList();
    List<ResultsTable.Row> rows =
        IntStream.range(0, models.size())
            .mapToObj(
                i ->
                    new ResultsTable.Row(
                        models.get(i),
                        finished.share(section.protocol(), models.get(i)),
                        cells.stream().map(column -> column.get(i)).toList(),
                        users(byModel.get(models.get(i)).values().stream())))
            .toList();
    String caption = ResultsCaption.of(section, columns, significance);
    return new ResultsTable(
        section,
        columns,
        rows,
        caption
            + undefined(metrics, byModel)
            + finished.remark(section.protocol(), models)
            + unmarked(section, models, finished)
            + silent.remark(rows));
  }

  /** A sentence on the models that are not held against the others; empty if there is none. */
  private static String unmarked(
      ResultsTable.Section section, List<String> models, FinishedUnits finished) {
    List<String> lacking =
        models.stream().filter(model -> finished.lacks(section.protocol(), model)).toList();
    return lacking.isEmpty()
        ? ""
        : " No value of %s is marked, as it is of other data."
            .formatted(String.join(" or ", lacking));
  }

  /** A sentence on the means that leave values out; empty if there is none. */
  private static String undefined(Set<String> metrics, Map<String, Map<String, Values>> byModel) {
    List<String> found = new ArrayList<>();
    for (String metric : metrics) {
      Map<String, List<String>> models = new LinkedHashMap<>();
      byModel.forEach(
          (model, own) -> {
            Spread spread = spread(own, metric);
            if (spread.isPartial()) {
              String share = "%d of %d defined".formatted(spread.defined(), spread.values());
              models.computeIfAbsent(share, s -> new ArrayList<>()).add(model);
            }
          });
      models.forEach(
          (share, names) ->
              found.add("%s of %s (%s)".formatted(metric, String.join(", ", names), share)));
    }
    return found.isEmpty()
        ? ""
        : " Undefined values are left out of the means of " + String.join("; ", found) + ".";
  }

  /** Of no values if the model has no row of the metric. */
  private static Spread spread(Map<String, Values> own, String metric) {
    return own.containsKey(metric) ? own.get(metric).spread() : Spread.of();
  }

  private ResultsTable.Column column(String metric, Map<String, Map<String, Values>> byModel) {
    ResultsTable.Direction direction =
        !higherIsBetter.containsKey(metric)
            ? ResultsTable.Direction.NONE
            : higherIsBetter.get(metric)
                ? ResultsTable.Direction.HIGHER
                : ResultsTable.Direction.LOWER;
    Stream<Values> values =
        byModel.values().stream().map(own -> own.get(metric)).filter(Objects::nonNull);
    return new ResultsTable.Column(metric, direction, users(values));
  }

  private List<ResultsTable.Cell> cells(
      ResultsTable.Section section,
      ResultsTable.Column column,
      List<String> models,
      Map<String, Map<String, Values>> byModel,
      FinishedUnits finished) {
    List<Spread> values =
        models.stream().map(model -> spread(byModel.get(model), column.metric())).toList();
    double[] means =
        IntStream.range(0, models.size())
            .mapToDouble(
                i ->
                    finished.lacks(section.protocol(), models.get(i))
                        ? Double.NaN
                        : values.get(i).mean())
            .toArray();
    ResultsTable.Mark[] marks = ResultsMarks.of(means, column.direction());
    SampleKey key =
        new SampleKey(section.protocol(), section.task(), column.metric(), section.cutoff());
    List<ResultsTable.Cell> cells = new ArrayList<>();
    for (int i = 0; i < means.length; i++) {
      ResultsTable.Star star = star(key, models, i, marks[i]);
      String users = users(Stream.ofNullable(byModel.get(models.get(i)).get(column.metric())));
      cells.add(new ResultsTable.Cell(values.get(i), marks[i], star, users));
    }
    return cells;
  }

  private ResultsTable.Star star(
      SampleKey key, List<String> models, int model, ResultsTable.Mark mark) {
    if (significance.isEmpty() || !significance.get().tested(key)) {
      return ResultsTable.Star.NOT_TESTED;
    }
    String own = models.get(model);
    List<String> others = models.stream().filter(other -> !other.equals(own)).toList();
    return mark == ResultsTable.Mark.BEST && significance.get().beatsAll(key, own, others)
        ? ResultsTable.Star.SIGNIFICANT
        : ResultsTable.Star.NOT_SIGNIFICANT;
  }

  private static String users(Stream<Values> values) {
    return CountRange.of(values.flatMapToLong(Values::users)).toString();
  }
}
