package org.trellisrec.significance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trellisrec.config.Params;
import org.trellisrec.spi.InputException;

class SignificanceConfigTest {
  @Test
  void defaultsAreThoseOfTheDocumentation() {
    assertThat(Params.defaults(SignificanceConfig.class))
        .isEqualTo(
            new SignificanceConfig(
                List.of(TestKind.PAIRED_T, TestKind.WILCOXON),
                Correction.BONFERRONI,
                CorrectionFamily.PER_METRIC,
                ComparisonScheme.BEST_VS_REST,
                0.05,
                10_000,
                null));
  }

  @Test
  void everyKeyIsBound() {
    SignificanceConfig bound =
        Params.of(
            SignificanceConfig.class,
            Map.of(
                "tests",
                List.of("sign", "permutation"),
                "correction",
                "benjamini_hochberg",
                "family",
                "all",
                "comparison",
                "all_pairs",
                "alpha",
                0.01,
                "permutations",
                500,
                "bootstrap",
                Map.of("resamples", 300, "method", "percentile")));

    assertThat(bound)
        .isEqualTo(
            new SignificanceConfig(
                List.of(TestKind.SIGN, TestKind.PERMUTATION),
                Correction.BENJAMINI_HOCHBERG,
                CorrectionFamily.ALL,
                ComparisonScheme.ALL_PAIRS,
                0.01,
                500,
                new BootstrapConfig(300, IntervalMethod.PERCENTILE, 0.95)));
  }

  @ParameterizedTest
  @CsvSource({"alpha, 0", "alpha, 0.7", "permutations, 99", "correction, sidak", "tests, z_test"})
  void wrongValuesAreRefused(String key, String value) {
    assertThatThrownBy(() -> Params.of(SignificanceConfig.class, Map.of(key, value)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(key);
  }
}
