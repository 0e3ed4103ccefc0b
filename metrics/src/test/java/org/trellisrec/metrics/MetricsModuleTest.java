package org.trellisrec.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.trellisrec.config.Params;
import org.trellisrec.config.PluginCatalog;
import org.trellisrec.spi.Metric;
import org.trellisrec.spi.Plugin;
import org.trellisrec.spi.Summary;

class MetricsModuleTest {
  private static final PluginCatalog FOUND = PluginCatalog.load();

  @Test
  void everyMetricCanBeMadeWithItsDefaults() {
    assertThat(FOUND.all(Metric.class))
        .hasSizeGreaterThanOrEqualTo(13)
        .allSatisfy(plugin -> assertThat(make(plugin)).isInstanceOf(plugin.type()));
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
