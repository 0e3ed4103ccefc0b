package org.trellisrec.analysis;

import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.apache.commons.math3.stat.descriptive.rank.Percentile.EstimationType;
import org.knowm.xchart.BoxChart;
import org.knowm.xchart.BoxChartBuilder;
import org.knowm.xchart.style.BoxStyler.BoxplotCalCulationMethod;
import org.trellisrec.spi.Analysis;
import org.trellisrec.spi.AnalysisOutput;
import org.trellisrec.spi.FinishedRun;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.Param;
import org.trellisrec.spi.Summary;

/**
 * How the values of a metric are spread over users: a box from the lower to the upper quartile with
 * the median, and whiskers to the last value within 1.5 times the height of the box, for each
 * model. Values of a user in several folds and seeds are averaged first; where a metric is
 * undefined, a user counts for nothing.
 *
 * <p>Source: Moscati et al., CoBraR, RecSys 2025, doi:10.1145/3705328.3759302, figure 2; boxes:
 * Tukey, Exploratory Data Analysis, 1977. Quartiles interpolate linearly between order statistics
 * (type 7 of Hyndman and Fan).
 */
@Summary(
    value = "Boxplots of the values of a metric over users, by model.",
    source = "Moscati et al.: CoBraR, RecSys 2025, doi:10.1145/3705328.3759302, figure 2")
public final class UserBoxplot implements Analysis {
  private static final String NAME = "user_boxplot";

  /** Pixels of a box, and of axis and legend. */
  private static final int BOX = 60;

  private static final int MARGIN = 300;

  /** Names of so many models fit beside each other. */
  private static final int MOST_LEVEL_LABELS = 4;

  /** Degrees by which more of them are turned. */
  private static final int SLANT = 45;

  private static final double LOWER = 25;
  private static final double MEDIAN = 50;
  private static final double UPPER = 75;

  /**
   * What is shown.
   *
   * @param metrics such as {@code nDCG@10}; empty for the first metric at the first cutoff
   * @param tasks names of test tasks; empty for all that see every modality
   */
  public record Params(
      @Param(
              description =
                  "Metrics of users at a cutoff, such as nDCG@10; by default the first metric at the"
                      + " first cutoff.",
              byDefault = "[]")
          List<String> metrics,
      @Param(
              description = "Test tasks; by default all in which no modality is withheld.",
              byDefault = "[]")
          List<String> tasks) {
    /** Keeps its own copies. */
    public Params {
      metrics = List.copyOf(metrics);
      tasks = List.copyOf(tasks);
    }
  }

  private record Task(String protocol, String name) {
    String label() {
      return Figure.place(protocol, name);
    }
  }

  private final Params params;

  /** An analysis with these parameters. */
  @Inject
  public UserBoxplot(Params params) {
    this.params = params;
  }

  @Override
  public void analyze(FinishedRun run, AnalysisOutput output) throws IOException {
    Map<Task, List<FinishedRun.Unit>> tasks = new LinkedHashMap<>();
    for (Map<String, String> row : TestRows.of(run, params.tasks())) {
      Task task = new Task(row.get("protocol"), row.get("task"));
      List<FinishedRun.Unit> units = tasks.computeIfAbsent(task, t -> new ArrayList<>());
      if (!units.contains(FinishedRun.Unit.of(row))) {
        units.add(FinishedRun.Unit.of(row));
      }
    }
    if (tasks.isEmpty()) {
      throw new InputException(
          "%s has no results of test tasks in which no modality is withheld; name others by 'tasks'",
          TestRows.FILE);
    }
    List<List<String>> rows = new ArrayList<>();
    for (Map.Entry<Task, List<FinishedRun.Unit>> task : tasks.entrySet()) {
      plot(run, task.getKey(), task.getValue(), rows, output);
    }
    List<String> header =
        List.of(
            "protocol",
            "task",
            "metric",
            "model",
            "users",
            "mean",
            "min",
            "lower quartile",
            "median",
            "upper quartile",
            "max");
    output.csv(NAME, header.stream().map(name -> name.replace(' ', '_')).toList(), rows);
    output.table(NAME, header, rows.stream().map(UserBoxplot::rounded).toList());
  }

  private static List<String> rounded(List<String> row) {
    List<String> rounded = new ArrayList<>(row.subList(0, 5));
    row.subList(5, row.size()).forEach(v -> rounded.add(Means.number(Double.parseDouble(v))));
    return rounded;
  }

  private void plot(
      FinishedRun run,
      Task task,
      List<FinishedRun.Unit> units,
      List<List<String>> rows,
      AnalysisOutput output)
      throws IOException {
    Map<String, Map<MetricName, Map<String, double[]>>> sums = new LinkedHashMap<>();
    for (FinishedRun.Unit unit : units) {
      Map<MetricName, Map<String, double[]>> ofModel =
          sums.computeIfAbsent(unit.model(), m -> new LinkedHashMap<>());
      run.perUser(unit, task.name()).forEach(row -> add(row, ofModel));
    }
    List<MetricName> known =
        sums.values().stream().flatMap(m -> m.keySet().stream()).distinct().toList();
    String where = "the values per user of " + task.name();
    for (MetricName metric : MetricName.chosen(params.metrics(), known, where)) {
      Map<String, double[]> byModel = new LinkedHashMap<>();
      sums.forEach(
          (model, metrics) -> {
            double[] values = means(metrics.getOrDefault(metric, Map.of()));
            if (values.length > 0) {
              byModel.put(model, values);
              rows.add(row(task, metric, model, values));
            }
          });
      if (byModel.isEmpty()) {
        output.note("%s is defined for no user of %s".formatted(metric, task.name()));
      } else {
        Figure.write(
            chart(task, metric, byModel),
            "%s-%s-%s-%s".formatted(NAME, task.protocol(), task.name(), metric),
            output);
      }
    }
  }

  private static void add(Map<String, String> row, Map<MetricName, Map<String, double[]>> into) {
    row.forEach(
        (column, text) -> {
          int at = column.lastIndexOf('@');
          if (at > 0) {
            MetricName metric = new MetricName(column.substring(0, at), column.substring(at + 1));
            Map<String, double[]> users = into.computeIfAbsent(metric, m -> new TreeMap<>());
            if (!text.isEmpty()) {
              double[] sum = users.computeIfAbsent(row.get("user"), u -> new double[2]);
              sum[0] += Double.parseDouble(text);
              sum[1]++;
            }
          }
        });
  }

  private static double[] means(Map<String, double[]> sums) {
    return sums.values().stream().mapToDouble(sum -> sum[0] / sum[1]).toArray();
  }

  private static List<String> row(Task task, MetricName metric, String model, double[] values) {
    Percentile quartiles = new Percentile().withEstimationType(EstimationType.R_7);
    quartiles.setData(values);
    return List.of(
        task.protocol(),
        task.name(),
        metric.toString(),
        model,
        Integer.toString(values.length),
        Double.toString(Arrays.stream(values).average().orElseThrow()),
        Double.toString(Arrays.stream(values).min().orElseThrow()),
        Double.toString(quartiles.evaluate(LOWER)),
        Double.toString(quartiles.evaluate(MEDIAN)),
        Double.toString(quartiles.evaluate(UPPER)),
        Double.toString(Arrays.stream(values).max().orElseThrow()));
  }

  private static BoxChart chart(Task task, MetricName metric, Map<String, double[]> byModel) {
    BoxChart chart =
        new BoxChartBuilder()
            .width(Math.max(Figure.WIDTH, MARGIN + BOX * byModel.size()))
            .height(Figure.HEIGHT)
            .title("%s over users, %s".formatted(metric, task.label()))
            .yAxisTitle(metric.toString())
            .build();
    Figure.style(chart.getStyler());
    if (byModel.size() > MOST_LEVEL_LABELS) {
      chart.getStyler().setXAxisLabelRotation(SLANT);
    }
    chart.getStyler().setBoxplotCalCulationMethod(BoxplotCalCulationMethod.N_LESS_1_PLUS_1);
    byModel.forEach(chart::addSeries);
    return chart;
  }
}
