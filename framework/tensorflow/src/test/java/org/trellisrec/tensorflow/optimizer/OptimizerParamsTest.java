package org.trellisrec.tensorflow.optimizer;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trellisrec.config.Params;
import org.trellisrec.spi.InputException;

class OptimizerParamsTest {
  @ParameterizedTest
  @ValueSource(strings = {"weight_decay", "clip_norm"})
  void whatWouldCountAsNothingIsRefused(String key) {
    for (double value : new double[] {Double.MIN_VALUE, 1e-50, 1e-40}) {
      assertThatThrownBy(() -> Params.of(OptimizerParams.class, Map.of(key, value)))
          .isInstanceOf(InputException.class)
          .hasMessageContaining(
              "%s is %s, which counts as 0 in computations with 32 bits; give 0, or at least"
                  + " 1.17549435E-38",
              key, value);
    }
    assertThatCode(() -> Params.of(OptimizerParams.class, Map.of(key, 0)))
        .doesNotThrowAnyException();
  }

  @Test
  void aLearningRateThatWouldCountAsNothingIsRefused() {
    assertThatThrownBy(() -> Params.of(OptimizerParams.class, Map.of("lr", 1e-40)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("32 bits; give at least 1.17549435E-38");
  }

  @ParameterizedTest
  @ValueSource(strings = {"learning_rate", "weight_decay", "clip_norm"})
  void whatWouldBeInfiniteIsRefused(String key) {
    assertThatThrownBy(() -> Params.of(OptimizerParams.class, Map.of(key, 3.5e38)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(
            "%s is 3.5E38, too large for computations with 32 bits; give at most 3.4028235E38",
            key);
    for (double value : new double[] {1.2e-38, 1e-6, 3.4e38}) {
      assertThatCode(() -> Params.of(OptimizerParams.class, Map.of(key, value)))
          .doesNotThrowAnyException();
    }
  }
}
