package org.trellisrec.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trellisrec.config.MetricSelection;
import org.trellisrec.config.PluginCatalog;
import org.trellisrec.config.PluginConfig;
import org.trellisrec.evaluation.NamedMetric;
import org.trellisrec.metrics.accuracy.Gain;
import org.trellisrec.metrics.accuracy.Ndcg;
import org.trellisrec.metrics.diversity.IntraListDiversity;
import org.trellisrec.metrics.diversity.Similarity;
import org.trellisrec.spi.InputException;

class MetricSelectionTest {
  private static final PluginCatalog CATALOG = PluginCatalog.load();

  @TempDir private Path folder;
  private Path complex;

  @BeforeEach
  void writeFile() throws IOException {
    complex = folder.resolve("complex.json");
    Files.writeString(complex, "[\n {\"metric\": \"ndcg\", \"gain\": \"linear\"}\n]");
  }

  @Test
  void namesAreReadInTheirOrderAndInAnyCase() {
    assertThat(MetricSelection.of("recall, NDCG,hit", null, CATALOG).metrics())
        .extracting(PluginConfig::name)
        .containsExactly("Recall", "nDCG", "HR");
  }

  @Test
  void aFileGivesParameters() {
    assertThat(MetricSelection.of("Recall", complex, CATALOG).metrics())
        .extracting(PluginConfig::name)
        .containsExactly("Recall", "nDCG");
    assertThat(MetricSelection.file(complex, CATALOG))
        .extracting(PluginConfig::params)
        .containsExactly(new Ndcg.Params(Gain.LINEAR));
  }

  @Test
  void allLeavesOutWhatTheFileConfigures() {
    assertThat(MetricSelection.of("all", complex, CATALOG).metrics())
        .extracting(PluginConfig::name)
        .containsOnlyOnce("nDCG")
        .contains("Precision", "Gini");
  }

  @Test
  void aNamedMetricThatNeedsParametersIsTheConfiguredOne() throws IOException {
    Files.writeString(complex, "[{\"metric\": \"ILD\", \"modality\": \"genres\"}]");

    assertThat(MetricSelection.of("Recall,ILD", complex, CATALOG).metrics())
        .extracting(PluginConfig::name, PluginConfig::params)
        .contains(tuple("ILD", new IntraListDiversity.Params(null, "genres", Similarity.COSINE)))
        .hasSize(2);
    assertThatThrownBy(() -> MetricSelection.of("ILD", null, CATALOG))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("ILD")
        .hasMessageContaining("modality")
        .hasMessageEndingWith("; give the metric in the file of --complex");
  }

  @Test
  void saysWhatIsWrong() throws IOException {
    assertThatThrownBy(() -> MetricSelection.of("nDGC", null, CATALOG))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("did you mean 'nDCG'?");
    assertThatThrownBy(() -> MetricSelection.of("nDCG", complex, CATALOG))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("nDCG is named and configured");
    Files.writeString(complex, "[\n {\"metric\": \"nDCG\", \"gains\": \"linear\"}\n]");
    assertThatThrownBy(() -> MetricSelection.file(complex, CATALOG))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("complex.json:2:");
  }

  private List<String> labels(String yaml) throws IOException {
    Files.writeString(folder.resolve("f.tsv"), "0\ta\n");
    Files.writeString(folder.resolve("g.tsv"), "0\tb\n");
    Files.writeString(complex, yaml);
    return MetricSelection.of("Recall", complex, CATALOG).metrics().stream()
        .skip(1)
        .map(metric -> NamedMetric.of(metric.name(), metric.create(CATALOG)).label())
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DSC, beta: 1, metric_0: Precision | DSC",
        "DSC, beta: 2 | DSC_beta:2.0",
        "DSC, metric_0: HR, metric_1: MRR | DSC_m0:HR_m1:MRR",
        "ExtendedPopRSP, pop_ratio: 0.8 | ExtendedPopRSP",
        "ExtendedPopRSP, pop_ratio: 0.5 | ExtendedPopRSP_pop_ratio:0.5",
        "ExtendedPopREO, pop_ratio: 0.5, short_head: items | ExtendedPopREO_short_head:items_pop_ratio:0.5",
        "ExtendedEPC, relevance: binary | ExtendedEPC",
        "ExtendedEPC, relevance: discounted | ExtendedEPC_relevance:discounted",
        "ExtendedEFD, relevance: none | ExtendedEFD_relevance:none",
        "SRecall, modality: genres | SRecall_genres",
        "SRecall, feature_data: f.tsv | SRecall_feature_data:f.tsv",
        "ILD, modality: genres, similarity: cosine | ILD_genres",
        "ILD, modality: genres, similarity: jaccard | ILD_genres_similarity:jaccard",
        "ILD, feature_data: f.tsv | ILD_feature_data:f.tsv",
        "UserMADranking, clustering_name: G, quality: nDCG | UserMADranking_G",
        "UserMADranking, clustering_name: G, quality: HR | UserMADranking_G_quality:HR",
        "BiasDisparityBD, user_clustering_name: G, item_clustering_name: C | BiasDisparityBD_users:G_items:C",
        "Grouped, of: nDCG, users: activity, groups: 4 | nDCG_users:activity",
        "Grouped, of: nDCG, users: activity, groups: 2 | nDCG_groups:2_users:activity",
        "Grouped, of: nDCG, users: warmth, groups: 2 | nDCG_users:warmth",
        "Grouped, of: nDCG, users: gender, groups: 2 | nDCG_groups:2_users:gender",
        "Grouped, of: nDCG, items: popularity, keep: relevance | nDCG_items:popularity",
        "Grouped, of: nDCG, items: genre, keep: items | nDCG_keep:items_items:genre",
        "Grouped, of: Gini, items: genre, keep: items | Gini_items:genre",
        "Grouped, of: Gini, items: popularity, keep: relevance, groups: 3 | Gini_keep:relevance_groups:3_items:popularity"
      })
  void labelsTellParametersThatAreNotCustomary(String metric, String label) throws IOException {
    assertThat(labels("- {metric: " + metric + "}")).containsExactly(label);
  }

  @Test
  void twoMetricsOfOneLabelAreRefused() {
    assertThatThrownBy(
            () ->
                labels(
                    """
                    - {metric: RSP, clustering_name: C, clustering_file: f.tsv}
                    - {metric: RSP, clustering_name: C, clustering_file: g.tsv}
                    - {metric: DSC, beta: 2}
                    - {metric: DSC, beta: 2}
                    """))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(
            "complex.json:2:3: [1] would be a second metric that result tables call 'RSP_items:C';"
                + " keep one of them")
        .hasMessageContaining("complex.json:4:3: [3] repeats the metric DSC");
  }
}
