package org.trellisrec.tensorflow.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import org.junit.jupiter.api.Test;
import org.tensorflow.ndarray.Shape;
import org.trellisrec.tensorflow.Workbench;

class ParametersTest {
  @Test
  void trainedValuesAreCountedByBlock() {
    try (Workbench bench = new Workbench(1)) {
      Parameters parameters = bench.parameters();
      parameters.trained("branch/0/weights", Shape.of(3, 4), Initializer.ONES);
      parameters.trained("branch/0/bias", Shape.of(4), Initializer.ONES);
      parameters.state("branch/mean", Shape.of(4), Initializer.ONES);
      parameters.trained("temperature", Shape.scalar(), Initializer.ONES);
      assertThat(parameters.counts())
          .containsExactly(entry("branch", 16L), entry("temperature", 1L));
      assertThat(parameters.trained().keySet())
          .containsExactly("branch/0/weights", "branch/0/bias", "temperature")
          .isEqualTo(parameters.values().keySet());
      assertThat(parameters.all()).containsKey("branch/mean");
    }
  }

  @Test
  void aNameIsTakenOnce() {
    try (Workbench bench = new Workbench(1)) {
      bench.parameters().state("x", Shape.of(1), Initializer.ONES);
      assertThatThrownBy(() -> bench.parameters().trained("x", Shape.of(1), Initializer.ONES))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("already a variable called x");
    }
  }
}
