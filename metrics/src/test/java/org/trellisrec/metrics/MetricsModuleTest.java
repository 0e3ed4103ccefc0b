package org.trellisrec.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.trellisrec.config.Params;
import org.trellisrec.config.PluginCatalog;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.Metric;
import org.trellisrec.spi.Plugin;
import org.trellisrec.spi.Summary;

class MetricsModuleTest {
  private static final PluginCatalog FOUND = PluginCatalog.load();
  private static final List<String> NEEDS_INPUT =
      List.of(
          "ExtendedF1",
          "Grouped",
          "SRecall",
          "ILD",
          "RSP",
          "REO",
          "UserMADrating",
          "UserMADranking",
          "ItemMADrating",
          "ItemMADranking",
          "BiasDisparityBS",
          "BiasDisparityBR",
          "BiasDisparityBD");

  @Test
  void everyMetricWithoutDemandsCanBeMade() {
    assertThat(FOUND.all(Metric.class))
        .filteredOn(plugin -> !NEEDS_INPUT.contains(plugin.name()))
        .hasSizeGreaterThanOrEqualTo(38)
        .allSatisfy(plugin -> assertThat(make(plugin)).isInstanceOf(plugin.type()));
  }

  @Test
  void aMetricThatNeedsInputSaysWhich() {
    assertThat(NEEDS_INPUT)
        .allSatisfy(
            name ->
                assertThatThrownBy(() -> make(FOUND.get(Metric.class, name)))
                    .isInstanceOf(InputException.class)
                    .hasMessageMatching("(?s).*(clustering|modality|metric_?[01]|'of').*"));
  }

  @Test
  void everyMetricSaysWhatItIsAndWhereItComesFrom() {
    assertThat(FOUND.all(Metric.class))
        .allSatisfy(
            plugin -> {
              Summary summary = plugin.type().getAnnotation(Summary.class);
              assertThat(summary).isNotNull();
              assertThat(summary.value()).endsWith(".");
              assertThat(summary.source()).isNotEmpty();
            });
  }

  @Test
  void namesOfElliotAndRecBoleAreUnderstood() {
    assertThat(FOUND.names(Metric.class))
        .contains("nDCG", "nDCGRendle2020", "HR", "MAP", "MRR", "F1", "ARP", "APLT", "PopRSP");
    assertThat(FOUND.get(Metric.class, "ndcg").name()).isEqualTo("nDCG");
    assertThat(FOUND.get(Metric.class, "hit").name()).isEqualTo("HR");
    assertThat(FOUND.get(Metric.class, "TailPercentage").name()).isEqualTo("APLT");
    assertThat(FOUND.get(Metric.class, "GiniIndex").name()).isEqualTo("Gini");
  }

  private static Metric make(Plugin<Metric> plugin) {
    return FOUND.create(plugin, Params.defaults(plugin.params()));
  }
}
