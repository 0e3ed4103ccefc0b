package org.trellisrec.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DenseProductsTest {
  /**
   * Whatever the processor, in operations per second: a wrong unit would be a thousand times off.
   */
  @Test
  void theSpeedIsInGigaflops() {
    assertThat(DenseProducts.speed()).isBetween(0.2, 20_000.0);
  }
}
