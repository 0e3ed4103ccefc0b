package org.trellisrec.tensorflow.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.IntBuffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TInt64;

class FeedsTest {
  private Graph graph;
  private Session session;
  private Ops tf;

  @BeforeEach
  void open() {
    graph = new Graph();
    session = new Session(graph);
    tf = Ops.create(graph);
  }

  @AfterEach
  void close() {
    session.close();
    graph.close();
  }

  @Test
  void valuesArriveInTheirOrder() {
    Placeholder<TInt64> longs = tf.placeholder(TInt64.class);
    Placeholder<TInt32> ints = tf.placeholder(TInt32.class);
    Placeholder<TFloat32> floats = tf.placeholder(TFloat32.class);
    try (Feeds feeds = new Feeds()) {
      feeds.put(longs, new long[] {1, 2, 3, 4, 5, 6}, 3, 2);
      feeds.put(ints, new int[] {7, 8});
      feeds.put(floats, new float[] {0.5f, 1.5f}, 1, 2);
      try (Result found = run(feeds, longs, ints, floats)) {
        TInt64 matrix = (TInt64) found.get(0);
        assertThat(matrix.shape()).isEqualTo(Shape.of(3, 2));
        assertThat(matrix.getLong(2, 0)).isEqualTo(5);
        assertThat(((TInt32) found.get(1)).getInt(1)).isEqualTo(8);
        assertThat(((TFloat32) found.get(2)).getFloat(0, 1)).isEqualTo(1.5f);
      }
    }
  }

  @Test
  void whatIsLeftInABufferArrivesAndNothingElse() {
    Placeholder<TInt32> cells = tf.placeholder(TInt32.class);
    try (Feeds feeds = new Feeds()) {
      feeds.put(cells, IntBuffer.wrap(new int[] {9, 1, 2, 3, 4, 9}, 1, 4), 2, 2);
      try (Result found = run(feeds, cells)) {
        TInt32 matrix = (TInt32) found.get(0);
        assertThat(matrix.shape()).isEqualTo(Shape.of(2, 2));
        assertThat(matrix.getInt(0, 0)).isEqualTo(1);
        assertThat(matrix.getInt(1, 1)).isEqualTo(4);
      }
    }
  }

  @Test
  void rowsOfATableAreFedInTheOrderAskedFor() {
    Placeholder<TFloat32> rows = tf.placeholder(TFloat32.class);
    float[][] table = {{1, 2}, null, {5, 6}};
    try (Feeds feeds = new Feeds()) {
      feeds.put(rows, table, new int[] {2, 0}, 2);
      try (Result found = run(feeds, rows)) {
        TFloat32 matrix = (TFloat32) found.get(0);
        assertThat(matrix.shape()).isEqualTo(Shape.of(2, 2));
        assertThat(matrix.getFloat(0, 0)).isEqualTo(5);
        assertThat(matrix.getFloat(0, 1)).isEqualTo(6);
        assertThat(matrix.getFloat(1, 1)).isEqualTo(2);
      }
    }
  }

  @Test
  void nothingCanBeFed() {
    Placeholder<TInt64> cells = tf.placeholder(TInt64.class);
    Placeholder<TInt32> rows = tf.placeholder(TInt32.class);
    try (Feeds feeds = new Feeds()) {
      feeds.put(cells, new long[0], 0, 2);
      feeds.put(rows, new int[0]);
      try (Result found = run(feeds, cells, rows)) {
        assertThat(found.get(0).shape()).isEqualTo(Shape.of(0, 2));
        assertThat(found.get(1).shape()).isEqualTo(Shape.of(0));
      }
    }
  }

  @Test
  void valuesThatDoNotFillTheShapeAreRefused() {
    Placeholder<TFloat32> floats = tf.placeholder(TFloat32.class);
    try (Feeds feeds = new Feeds()) {
      assertThatThrownBy(() -> feeds.put(floats, new float[3], 2, 2))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("3 values do not fill");
    }
  }

  private Result run(Feeds feeds, Operand<?>... fetched) {
    Session.Runner runner = feeds.into(session.runner());
    for (Operand<?> value : fetched) {
      runner.fetch(tf.identity(value));
    }
    return runner.run();
  }
}
