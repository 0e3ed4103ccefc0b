package org.trellisrec.cli;

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
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Compares what {@code trellisrec evaluate} prints with the values of other frameworks' own code.
 * Their files are no part of the project; without them beside the checkout this is skipped.
 */
class EvaluateConformanceTest {
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

  /** The labels of metrics whose parameters Elliot does not tell. */
  private static final Map<String, String> LABELS =
      Map.of(
          "DSC", "DSC_beta:2.0",
          "ExtendedPopRSP", "ExtendedPopRSP_pop_ratio:0.5",
          "ExtendedPopREO", "ExtendedPopREO_pop_ratio:0.5",
          "SRecall", "SRecall_feature_data:feat.tsv",
          "ExtendedEPC", "ExtendedEPC_relevance:discounted",
          "ExtendedEFD", "ExtendedEFD_relevance:discounted");

  @ParameterizedTest
  @CsvSource({"1,0", "1,3", "5,0", "5,3", "10,0", "10,3"})
  void elliotValuesAreReproduced(int cutoff, int threshold) throws IOException {
    JsonNode expected = json("expected_c%d_t%d.json".formatted(cutoff, threshold)).path("values");

    Map<String, EvaluatedRow> values = evaluate("elliot", threshold, cutoff);

    assertThat(expected).hasSize(63);
    assertThat(expected.fieldNames())
        .toIterable()
        .allSatisfy(
            name ->
                assertClose(
                    name,
                    values.get(LABELS.getOrDefault(name, name)).value(),
                    expected.get(name).asDouble()));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 5, 10})
  void recBoleValuesAreReproduced(int cutoff) throws IOException {
    JsonNode expected = json("expected_recbole_nopad.json");

    Map<String, EvaluatedRow> values = evaluate("recbole", 0, cutoff);

    assertThat(RECBOLE_NAMES)
        .allSatisfy(
            (name, recBoleName) -> {
              EvaluatedRow row = values.get(name);
              String key = recBoleName + "@" + cutoff;
              assertThat(expected.has(key)).as(key).isTrue();
              assertClose(key, row.value(), expected.get(key).asDouble());
              assertThat(row.users()).isEqualTo(expected.get("users@" + cutoff).asInt());
            });
  }

  private static void assertClose(String what, double value, double expected) {
    assertThat(value)
        .as(what)
        .isCloseTo(expected, Offset.offset(1e-9 * Math.max(1e-3, Math.abs(expected))));
  }

  /** The lists are cut, so that metrics of complete rankings have to be asked for. */
  private static Map<String, EvaluatedRow> evaluate(String convention, int threshold, int cutoff) {
    return Stream.of(
            rows(convention, threshold, cutoff, "--complex", file("complex.json")),
            rows(convention, threshold, cutoff, "--metrics", "AUC,GAUC,MAE,MSE,RMSE"))
        .flatMap(List::stream)
        .collect(Collectors.toMap(EvaluatedRow::metric, Function.identity()));
  }

  private static List<EvaluatedRow> rows(
      String convention, int threshold, int cutoff, String option, Object value) {
    Shell shell =
        Shell.run(
            "evaluate",
            "--train",
            file("train.tsv"),
            "--test",
            file("test.tsv"),
            "--recs",
            file("recs.tsv"),
            "--convention",
            convention,
            "--threshold",
            threshold,
            "--cutoffs",
            cutoff,
            option,
            value);
    assertThat(shell.status()).as(shell.err()).isEqualTo(ExitStatus.GOOD);
    return EvaluatedRow.of(shell);
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
