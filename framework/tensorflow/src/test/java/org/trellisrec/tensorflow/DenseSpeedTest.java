package org.trellisrec.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DenseSpeedTest {
  /**
   * Whatever the processor, in operations per second: a wrong unit would be a thousand times off.
   */
  @Test
  void theSpeedIsInGigaflops() {
    assertThat(DenseSpeed.measure()).isBetween(0.2, 20_000.0);
  }
}
