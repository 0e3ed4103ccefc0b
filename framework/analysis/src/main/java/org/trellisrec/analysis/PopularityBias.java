package org.trellisrec.analysis;

import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.trellisrec.spi.Analysis;
import org.trellisrec.spi.AnalysisOutput;
import org.trellisrec.spi.FinishedRun;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.Param;
import org.trellisrec.spi.Summary;

/**
 * Popularity bias of the models: mean popularity of what is recommended (ARP), its share of
 * unpopular items (APLT), and how much more popular it is than what users had (PL, 0 if not at
 * all). A metric is found whatever its parameters, and each label has a column. Folds and seeds are
 * averaged.
 *
 * <p>Source: Ganhör et al., arXiv:2509.18807; the metrics are defined in docs/metrics.md.
 */
@Summary(
    value = "Table of the popularity bias of the models: ARP, APLT, PL.",
    source = "Ganhör et al., arXiv:2509.18807")
public final class PopularityBias implements Analysis {
  private static final String NAME = "popularity_bias";
  private static final List<String> GROUP = List.of("protocol", "task", "cutoff", "model");

  /**
   * What is shown.
   *
   * @param metrics names or labels of metrics
   */
  public record Params(
      @Param(
              description =
                  "Metrics of popularity bias, by name or label; those that were measured are shown.",
              byDefault = "[ARP, APLT, PL]")
          List<String> metrics) {
    /** Keeps its own copy. */
    public Params {
      metrics = List.copyOf(metrics);
    }
  }

  private final Params params;

  /** An analysis with these parameters. */
  @Inject
  public PopularityBias(Params params) {
    this.params = params;
  }

  @Override
  public void analyze(FinishedRun run, AnalysisOutput output) throws IOException {
    List<Map<String, String>> rows = TestRows.of(run, List.of());
    Set<String> labels = new LinkedHashSet<>();
    List<String> missing = new ArrayList<>();
    for (String name : params.metrics()) {
      List<String> found = labels(rows, name);
      labels.addAll(found);
      missing.addAll(found.isEmpty() ? List.of(name) : List.of());
    }
    if (labels.isEmpty()) {
      throw new InputException(
          "none of %s was measured; add them to evaluation.simple_metrics", params.metrics());
    }
    if (!missing.isEmpty()) {
      output.note("%s was not measured; add it to evaluation.simple_metrics".formatted(missing));
    }
    Means means = new Means();
    for (String metric : labels) {
      rows.stream()
          .filter(row -> row.get("metric").equals(metric))
          .forEach(
              row ->
                  means.add(
                      GROUP.stream().map(row::get).toList(),
                      metric,
                      Double.parseDouble(row.get("value"))));
    }
    List<String> header = new ArrayList<>(GROUP);
    header.addAll(means.columns());
    List<List<String>> exact = new ArrayList<>();
    for (List<String> group : means.groups()) {
      List<String> row = new ArrayList<>(group);
      means.columns().forEach(column -> row.add(Double.toString(means.mean(group, column))));
      exact.add(row);
    }
    output.csv(NAME, header, exact);
    output.table(NAME, header, means.rows());
  }

  private static List<String> labels(List<Map<String, String>> rows, String name) {
    return rows.stream()
        .map(row -> row.get("metric"))
        .filter(label -> MetricName.isLabelOf(label, name))
        .distinct()
        .toList();
  }
}
