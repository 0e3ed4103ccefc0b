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

  /** Columns 0 to 2, 3 to 5 and 6, which start as those of the whole would. */
  @Test
  void slicesStartAsOneMatrix() {
    try (Workbench bench = new Workbench(1);
        Workbench whole = new Workbench(1)) {
      Parameters parameters = bench.parameters();
      parameters.trainedColumns("w", Shape.of(2, 7), Initializer.XAVIER_UNIFORM, 3);
      whole.parameters().trained("w", Shape.of(2, 7), Initializer.XAVIER_UNIFORM);
      bench.initialize();
      whole.initialize();
      float[] w = whole.values(whole.parameters().all().get("w"));
      assertThat(parameters.trained().keySet()).containsExactly("w/0", "w/1", "w/2");
      assertThat(bench.values(parameters.all().get("w/0")))
          .containsExactly(w[0], w[1], w[2], w[7], w[8], w[9]);
      assertThat(bench.values(parameters.all().get("w/1")))
          .containsExactly(w[3], w[4], w[5], w[10], w[11], w[12]);
      assertThat(bench.values(parameters.all().get("w/2"))).containsExactly(w[6], w[13]);
    }
  }

  @Test
  void oneSliceHasNoNumber() {
    try (Workbench bench = new Workbench(1)) {
      bench.parameters().trainedColumns("w", Shape.of(2, 3), Initializer.ONES, 3);
      assertThat(bench.parameters().trained().keySet()).containsExactly("w");
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
