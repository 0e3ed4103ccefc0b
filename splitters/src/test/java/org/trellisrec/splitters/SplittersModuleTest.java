package org.trellisrec.splitters;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.trellisrec.config.Params;
import org.trellisrec.config.PluginCatalog;
import org.trellisrec.spi.Plugin;
import org.trellisrec.spi.Prefilter;
import org.trellisrec.spi.Seed;
import org.trellisrec.spi.Splitter;
import org.trellisrec.testkit.SplitterData;

class SplittersModuleTest {
  private static final PluginCatalog CATALOG = PluginCatalog.of(new SplittersModule());

  static Stream<Arguments> configurations() {
    return Stream.of(
        Arguments.of("random_subsampling", Map.of("test_ratio", 0.2), 1),
        Arguments.of("random_subsampling", Map.of("leave_n_out", 1, "folds", 3), 3),
        Arguments.of("random_subsampling", Map.of("ratio", 0.1, "per", "global"), 1),
        Arguments.of("random_subsampling", Map.of("test_ratio", 0.1, "of", "whole"), 1),
        Arguments.of("random_cross_validation", Map.of("folds", 4), 4),
        Arguments.of("temporal_hold_out", Map.of("test_ratio", 0.2), 1),
        Arguments.of("temporal_hold_out", Map.of("leave_n_out", 1), 1),
        Arguments.of("fixed_timestamp", Map.of("timestamp", 1020), 1),
        Arguments.of("fixed_timestamp", Map.of("timestamp", "1020"), 1),
        Arguments.of(
            "fixed_timestamp", Map.of("timestamp", "best", "min_below", 1, "min_over", 1), 1),
        Arguments.of("user_cold", Map.of("test_ratio", 0.1, "candidates", "train"), 1),
        Arguments.of("item_cold", Map.of("test_ratio", 0.1, "candidates", "all"), 1),
        Arguments.of("both_cold", Map.of("test_ratio", 0.3, "reveal", 1), 1));
  }

  @ParameterizedTest
  @MethodSource("configurations")
  void splitsAsConfigured(String name, Map<String, ?> params, int folds) {
    Plugin<Splitter> plugin = CATALOG.get(Splitter.class, name);
    Splitter splitter = CATALOG.create(plugin, Params.of(plugin.params(), params));
    assertThat(splitter.split(SplitterData.mixed(), new Seed(1))).hasSize(folds);
  }

  @Test
  void isFoundAsAService() {
    assertThat(PluginCatalog.load().names(Splitter.class))
        .contains("random_subsampling", "user_cold", "item_cold", "both_cold");
    assertThat(CATALOG.names(Prefilter.class)).contains("iterative_k_core", "cold_users");
  }
}
