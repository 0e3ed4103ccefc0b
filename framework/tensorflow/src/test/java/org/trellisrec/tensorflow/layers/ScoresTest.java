package org.trellisrec.tensorflow.layers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tensorflow.op.Ops;
import org.trellisrec.tensorflow.Workbench;
import org.trellisrec.tensorflow.graph.Pass;

class ScoresTest {
  private static final float[][] USERS = {{1, 2}, {3, -1}};

  @Test
  void listsAreScoredForTheirUser() {
    try (Workbench bench = new Workbench(1)) {
      Ops tf = bench.tf();
      float[][][] items = {{{1, 0}, {0, 1}, {2, 2}}, {{1, 1}, {0, 0}, {-1, 4}}};
      assertThat(bench.values(Scores.ofLists(tf, tf.constant(USERS), tf.constant(items))))
          .containsExactly(1, 2, 6, 2, 0, -7);
    }
  }

  @Test
  void everyItemIsScoredForEveryUser() {
    try (Workbench bench = new Workbench(1)) {
      Ops tf = bench.tf();
      float[][] items = {{1, 0}, {0, 1}, {2, 2}};
      assertThat(
              bench.values(
                  Scores.ofAll(Pass.inference(tf), tf.constant(USERS), tf.constant(items))))
          .containsExactly(1, 2, 6, 3, -1, 4);
    }
  }
}
