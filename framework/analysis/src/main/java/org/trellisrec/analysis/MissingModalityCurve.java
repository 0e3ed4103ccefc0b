package org.trellisrec.analysis;

import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.trellisrec.spi.Analysis;
import org.trellisrec.spi.AnalysisOutput;
import org.trellisrec.spi.FinishedRun;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.Param;
import org.trellisrec.spi.Summary;

/**
 * How results fall as modalities are withheld at inference: the mean of a metric over all sets of
 * modalities of the same size, by that size. Once over all sets, once over those that keep the
 * interactions and once over those that withhold them.
 *
 * <p>Source: Ganhör et al., RecSys 2024, doi:10.1145/3640457.3688138, and arXiv:2509.18807.
 */
@Summary(
    value = "Results by the number of modalities kept, as table and plot.",
    source =
        "Ganhör et al.: A Multimodal Single-Branch Embedding Network for Recommendation in"
            + " Cold-Start and Missing Modality Scenarios, RecSys 2024,"
            + " doi:10.1145/3640457.3688138")
public final class MissingModalityCurve implements Analysis {
  private static final String NAME = "missing_modality_curve";
  private static final String FILE = "missing_modalities.csv";
  private static final List<String> CURVE = List.of("protocol", "task", "side", "interactions");

  /**
   * What is shown.
   *
   * @param metrics such as {@code nDCG@10}; empty for the first metric at the first cutoff
   */
  public record Params(
      @Param(
              description =
                  "Metrics at a cutoff, such as nDCG@10; by default the first metric at the first"
                      + " cutoff.",
              byDefault = "[]")
          List<String> metrics) {
    /** Keeps its own copy. */
    public Params {
      metrics = List.copyOf(metrics);
    }
  }

  private final Params params;

  /** An analysis with these parameters. */
  @Inject
  public MissingModalityCurve(Params params) {
    this.params = params;
  }

  @Override
  public void analyze(FinishedRun run, AnalysisOutput output) throws IOException {
    List<Map<String, String>> rows = rows(run);
    List<Integer> sizes =
        rows.stream().map(row -> Integer.parseInt(row.get("kept"))).distinct().sorted().toList();
    List<List<String>> points = new ArrayList<>();
    List<List<String>> table = new ArrayList<>();
    for (MetricName metric : MetricName.chosen(params.metrics(), metrics(rows), FILE)) {
      for (Map.Entry<List<String>, Map<String, Map<Integer, SummaryStatistics>>> figure :
          figures(metric, rows).entrySet()) {
        plot(metric, figure.getKey(), figure.getValue(), output);
        figure
            .getValue()
            .forEach(
                (model, values) -> {
                  List<String> curve = with(figure.getKey(), metric.toString(), model);
                  table.add(with(curve, texts(values, sizes)));
                  points.addAll(points(curve, values));
                });
      }
    }
    List<String> header = with(CURVE, "metric", "model");
    output.csv(NAME, with(header, "kept", "value", "deviation", "repeats"), points);
    String[] columns = sizes.stream().map(size -> size + " kept").toArray(String[]::new);
    output.table(NAME, with(header, columns), table);
  }

  private static List<String> with(List<String> words, String... more) {
    return Stream.concat(words.stream(), Stream.of(more)).toList();
  }

  private static String[] texts(Map<Integer, SummaryStatistics> values, List<Integer> sizes) {
    return sizes.stream().map(size -> Means.text(values.get(size))).toArray(String[]::new);
  }

  private static List<List<String>> points(
      List<String> curve, Map<Integer, SummaryStatistics> values) {
    return values.entrySet().stream()
        .map(
            value ->
                with(
                    curve,
                    value.getKey().toString(),
                    Double.toString(value.getValue().getMean()),
                    Double.toString(value.getValue().getStandardDeviation()),
                    Long.toString(value.getValue().getN())))
        .toList();
  }

  private static List<Map<String, String>> rows(FinishedRun run) {
    if (!run.has(FILE)) {
      throw new InputException(
          "%s is missing; withhold modalities by evaluation.missing_modalities, for instance {subsets: {items: all}}",
          run.folder().resolve(FILE));
    }
    return run.rows(FILE);
  }

  private static List<MetricName> metrics(List<Map<String, String>> rows) {
    List<String> fixed = List.of("kept", "model", "cutoff", "subsets", "fold", "seed");
    List<MetricName> metrics = new ArrayList<>();
    for (Map<String, String> row : rows) {
      row.keySet().stream()
          .filter(column -> !fixed.contains(column) && !CURVE.contains(column))
          .map(column -> new MetricName(column, row.get("cutoff")))
          .filter(metric -> !metrics.contains(metric))
          .forEach(metrics::add);
    }
    return metrics;
  }

  /** For each figure, for each model, the values by number kept. */
  private static Map<List<String>, Map<String, Map<Integer, SummaryStatistics>>> figures(
      MetricName metric, List<Map<String, String>> rows) {
    Map<List<String>, Map<String, Map<Integer, SummaryStatistics>>> figures = new LinkedHashMap<>();
    for (Map<String, String> row : rows) {
      String value = row.get(metric.metric());
      if (row.get("cutoff").equals(metric.cutoff()) && !value.isEmpty()) {
        figures
            .computeIfAbsent(CURVE.stream().map(row::get).toList(), f -> new LinkedHashMap<>())
            .computeIfAbsent(row.get("model"), m -> new TreeMap<>())
            .computeIfAbsent(Integer.parseInt(row.get("kept")), k -> new SummaryStatistics())
            .addValue(Double.parseDouble(value));
      }
    }
    return figures;
  }

  private static void plot(
      MetricName metric,
      List<String> figure,
      Map<String, Map<Integer, SummaryStatistics>> byModel,
      AnalysisOutput output)
      throws IOException {
    String sets =
        switch (figure.get(3)) {
          case "kept" -> "interactions kept";
          case "withheld" -> "interactions withheld";
          default -> "all sets";
        };
    XYChart chart =
        new XYChartBuilder()
            .width(Figure.WIDTH)
            .height(Figure.HEIGHT)
            .title("%s, %s".formatted(Figure.place(figure.get(0), figure.get(1)), sets))
            .xAxisTitle("modalities of " + figure.get(2) + " kept")
            .yAxisTitle(metric.toString())
            .build();
    Figure.style(chart.getStyler());
    chart.getStyler().setXAxisDecimalPattern("0");
    byModel.forEach(
        (model, values) ->
            chart.addSeries(
                model,
                values.keySet().stream().mapToDouble(Integer::doubleValue).toArray(),
                each(values, SummaryStatistics::getMean),
                each(values, SummaryStatistics::getStandardDeviation)));
    Figure.write(chart, "%s-%s-%s".formatted(NAME, String.join("-", figure), metric), output);
  }

  private static double[] each(
      Map<Integer, SummaryStatistics> values, ToDoubleFunction<SummaryStatistics> of) {
    return values.values().stream().mapToDouble(of).toArray();
  }
}
