package org.trellisrec.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trellisrec.config.MetricSelection;
import org.trellisrec.config.PluginCatalog;
import org.trellisrec.evaluation.Evaluation;
import org.trellisrec.evaluation.FileEvaluation;
import org.trellisrec.evaluation.Mask;
import org.trellisrec.evaluation.NamedMetric;
import org.trellisrec.spi.Convention;

/**
 * Compares with the values of other frameworks' own code. Their files are no part of the project;
 * without them beside the checkout this is skipped.
 */
class ConformanceTest {
  private static final Map<String, String> RECBOLE_NAMES =
      Map.ofEntries(
          Map.entry("HR", "hit"),
          Map.entry("MRR", "mrr"),
          Map.entry("Precision", "precision"),
          Map.entry("Recall", "recall"),
          Map.entry("nDCG", "ndcg"),
          Map.entry("nDCGRendle2020", "ndcg"),
          Map.entry("MAP", "map"),
          Map.entry("ItemCoverage", "itemcoverage"),
          Map.entry("ARP", "averagepopularity"),
          Map.entry("APLT", "tailpercentage"),
          Map.entry("Gini", "giniindex"),
          Map.entry("SEntropy", "shannonentropy"));

  @ParameterizedTest
  @CsvSource({"1,0", "1,3", "5,0", "5,3", "10,0", "10,3"})
  void elliotValuesAreReproduced(int cutoff, int threshold) throws IOException {
    JsonNode expected = json("expected_c%d_t%d.json".formatted(cutoff, threshold)).path("values");

    Evaluation evaluation = evaluate(Convention.ELLIOT, threshold, cutoff);

    assertThat(expected).hasSize(63);
    assertThat(expected.fieldNames())
        .toIterable()
        .allSatisfy(
            name ->
                assertClose(
                    name,
                    evaluation.value(name, cutoff).orElse(Double.NaN),
                    expected.get(name).asDouble()));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 5, 10})
  void recBoleValuesAreReproduced(int cutoff) throws IOException {
    JsonNode expected = json("expected_recbole_nopad.json");

    Evaluation evaluation = evaluate(Convention.RECBOLE, 0, cutoff);

    assertThat(evaluation.rows())
        .filteredOn(row -> recBoleKey(row, cutoff).filter(expected::has).isPresent())
        .hasSize(12)
        .allSatisfy(
            row -> {
              String key = recBoleKey(row, cutoff).orElseThrow();
              assertClose(key, row.value(), expected.get(key).asDouble());
              assertThat(row.users()).isEqualTo(expected.get("users@" + cutoff).asInt());
            });
  }

  private static Optional<String> recBoleKey(Evaluation.Row row, int cutoff) {
    return Optional.ofNullable(RECBOLE_NAMES.get(row.metric())).map(known -> known + "@" + cutoff);
  }

  private static void assertClose(String what, double value, double expected) {
    assertThat(value)
        .as(what)
        .isCloseTo(expected, Offset.offset(1e-9 * Math.max(1e-3, Math.abs(expected))));
  }

  private static Evaluation evaluate(Convention convention, double threshold, int cutoff) {
    PluginCatalog catalog = PluginCatalog.load();
    List<NamedMetric> metrics =
        MetricSelection.of("all", file("complex.json"), catalog).stream()
            .map(config -> NamedMetric.of(config.name(), config.create(catalog)))
            .toList();
    return FileEvaluation.run(
        new FileEvaluation.Request(
            file("train.tsv"),
            null,
            file("test.tsv"),
            file("recs.tsv"),
            metrics,
            new int[] {cutoff},
            threshold,
            convention,
            Mask.NONE,
            1),
        note -> {});
  }

  private static JsonNode json(String name) throws IOException {
    return new ObjectMapper().readTree(file(name).toFile());
  }

  private static Path file(String name) {
    Path here = Path.of("").toAbsolutePath();
    Optional<Path> folder =
        Stream.iterate(here, path -> path != null, Path::getParent)
            .map(path -> path.resolve("shared/conformance/elliot-metrics"))
            .filter(Files::isDirectory)
            .findFirst();
    assumeTrue(folder.isPresent(), "no shared/conformance beside the checkout");
    return folder.get().resolve(name);
  }
}
