package org.trellisrec.tensorflow.graph;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.trellisrec.tensorflow.Workbench;

class KeptVectorsTest {
  private static final float[][] ROWS = {{1, 2}, null, {5, 6}};

  @Test
  void aTableHasItsRowsAfterItWasFilled() {
    try (Workbench bench = new Workbench(1)) {
      Ops tf = bench.tf();
      KeptVectors kept = new KeptVectors(tf);
      Operand<TFloat32> table = kept.table("vectors", 2, ROWS);
      Operand<TFloat32> other = kept.table("others", 1, new float[][] {{7}});
      bench.run(kept.filled(), kept::fill);
      assertThat(bench.values(table)).containsExactly(1, 2, 0, 0, 5, 6);
      assertThat(bench.values(other)).containsExactly(7);
    }
  }

  @Test
  void aTableThatSeveralAskForIsKeptOnce() {
    try (Workbench bench = new Workbench(1)) {
      KeptVectors kept = new KeptVectors(bench.tf());
      kept.table("vectors", 2, ROWS);
      kept.table("again", 2, ROWS);
      try (Feeds feeds = new Feeds()) {
        kept.fill(feeds);
        assertThat(feeds.placeholders()).hasSize(1);
      }
    }
  }

  @Test
  void withoutTablesThereIsNothingToFill() {
    try (Workbench bench = new Workbench(1)) {
      KeptVectors kept = new KeptVectors(bench.tf());
      bench.run(kept.filled(), kept::fill);
      try (Feeds feeds = new Feeds()) {
        kept.fill(feeds);
        assertThat(feeds.placeholders()).isEmpty();
      }
    }
  }
}
