package org.trellisrec.analysis;

import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.trellisrec.spi.Analysis;
import org.trellisrec.spi.AnalysisOutput;
import org.trellisrec.spi.FinishedRun;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.Param;
import org.trellisrec.spi.Summary;

/**
 * Trainable parameters of the chosen models by block, and how many fewer they are than those of a
 * model to compare with: what a single branch saves against one for each modality. Counts of
 * several folds and seeds are averaged.
 *
 * <p>Source: Ganhör et al., arXiv:2509.18807.
 */
@Summary(
    value = "Trainable parameters by block, and the share saved against another model.",
    source = "Ganhör et al., arXiv:2509.18807")
public final class ParameterCounts implements Analysis {
  private static final String NAME = "parameter_counts";
  private static final String FILE = "parameters.csv";
  private static final String TOTAL = "total";

  /**
   * With what is compared.
   *
   * @param against label of the model; null for the one with the most parameters
   */
  public record Params(
      @Param(
              description =
                  "The model to compare with; by default the one with the most parameters.",
              byDefault = Param.OPTIONAL)
          String against) {}

  private final Params params;

  /** An analysis with these parameters. */
  @Inject
  public ParameterCounts(Params params) {
    this.params = params;
  }

  @Override
  public void analyze(FinishedRun run, AnalysisOutput output) throws IOException {
    Means counts = counts(run);
    List<String> blocks = new ArrayList<>(counts.columns());
    blocks.remove(TOTAL);
    List<String> header = new ArrayList<>(List.of("model", "protocol"));
    header.addAll(blocks);
    header.add(TOTAL);
    header.add("saved");
    List<List<String>> exact = new ArrayList<>();
    List<List<String>> readable = new ArrayList<>();
    for (List<String> group : counts.groups()) {
      List<String> row = new ArrayList<>(group);
      blocks.forEach(block -> row.add(count(counts.mean(group, block))));
      row.add(count(counts.mean(group, TOTAL)));
      double saved = 1 - counts.mean(group, TOTAL) / against(counts, group);
      List<String> shown = new ArrayList<>(row);
      row.add(Double.toString(saved));
      shown.add(String.format(Locale.ROOT, "%.1f %%", 100 * saved));
      exact.add(row);
      readable.add(shown);
    }
    output.csv(NAME, header, exact);
    output.table(NAME, header, readable);
  }

  private static Means counts(FinishedRun run) {
    if (!run.has(FILE)) {
      throw new InputException(
          "%s is missing: no model of this run counts its parameters, as TensorFlow models do",
          run.folder().resolve(FILE));
    }
    Means means = new Means();
    Map<List<String>, Double> totals = new LinkedHashMap<>();
    for (Map<String, String> row : run.rows(FILE)) {
      List<String> group = List.of(row.get("model"), row.get("protocol"));
      double count = Double.parseDouble(row.get("count"));
      means.add(group, row.get("block"), count);
      List<String> unit =
          List.of(row.get("model"), row.get("protocol"), row.get("fold"), row.get("seed"));
      totals.merge(unit, count, Double::sum);
    }
    totals.forEach((unit, total) -> means.add(unit.subList(0, 2), TOTAL, total));
    return means;
  }

  private double against(Means counts, List<String> group) {
    List<List<String>> same =
        counts.groups().stream().filter(other -> other.get(1).equals(group.get(1))).toList();
    if (params.against() == null) {
      return same.stream().mapToDouble(other -> counts.mean(other, TOTAL)).max().orElseThrow();
    }
    return same.stream()
        .filter(other -> other.get(0).equals(params.against()))
        .mapToDouble(other -> counts.mean(other, TOTAL))
        .findFirst()
        .orElseThrow(
            () ->
                new InputException(
                    "against: there is no model '%s' with parameters on %s, only %s",
                    params.against(),
                    group.get(1),
                    same.stream().map(other -> other.get(0)).toList()));
  }

  private static String count(double count) {
    return Double.isNaN(count) ? "" : String.format(Locale.ROOT, "%.0f", count);
  }
}
