package org.trellisrec.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trellisrec.config.MetricSelection;
import org.trellisrec.config.PluginCatalog;
import org.trellisrec.config.PluginConfig;
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
    assertThat(MetricSelection.of("recall, NDCG,hit", null, CATALOG))
        .extracting(PluginConfig::name)
        .containsExactly("Recall", "nDCG", "HR");
  }

  @Test
  void aFileGivesParameters() {
    assertThat(MetricSelection.of("Recall", complex, CATALOG))
        .extracting(PluginConfig::name)
        .containsExactly("Recall", "nDCG");
    assertThat(MetricSelection.file(complex, CATALOG))
        .extracting(PluginConfig::params)
        .containsExactly(new Ndcg.Params(Gain.LINEAR));
  }

  @Test
  void allLeavesOutWhatTheFileConfigures() {
    assertThat(MetricSelection.of("all", complex, CATALOG))
        .extracting(PluginConfig::name)
        .containsOnlyOnce("nDCG")
        .contains("Precision", "Gini");
  }

  @Test
  void aNamedMetricThatNeedsParametersIsTheConfiguredOne() throws IOException {
    Files.writeString(complex, "[{\"metric\": \"ILD\", \"modality\": \"genres\"}]");

    assertThat(MetricSelection.of("Recall,ILD", complex, CATALOG))
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
}
