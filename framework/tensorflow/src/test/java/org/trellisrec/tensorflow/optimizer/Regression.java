package org.trellisrec.tensorflow.optimizer;

import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.trellisrec.tensorflow.Doubles;
import org.trellisrec.tensorflow.Workbench;
import org.trellisrec.tensorflow.graph.Feeds;
import org.trellisrec.tensorflow.graph.Initializer;
import org.trellisrec.tensorflow.graph.Parameters;
import org.trellisrec.tensorflow.graph.Pass;
import org.trellisrec.tensorflow.layers.Dense;
import org.trellisrec.tensorflow.layers.Embedding;
import org.trellisrec.tensorflow.layers.Losses;

/**
 * Least squares through a look-up and a dense layer, {@code L = s/n sum (e_i w + b - t)^2} over the
 * rows of a batch, in a graph and with its gradient in plain Java. Each batch looks up other rows.
 */
final class Regression {
  static final int ENTITIES = 7;
  static final int SIZE = 3;

  private final Placeholder<TInt32> rows;
  private final Placeholder<TFloat32> targets;
  private final Operand<TFloat32> loss;
  private final double scale;

  /**
   * In this graph.
   *
   * @param scale s, by which all gradients grow
   */
  Regression(Workbench bench, Pass pass, double scale) {
    this.scale = scale;
    Ops tf = bench.tf();
    Parameters parameters = bench.parameters();
    rows = tf.placeholder(TInt32.class, Placeholder.shape(Shape.of(-1)));
    targets = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, 1)));
    Embedding table = new Embedding(parameters, "table", ENTITIES, SIZE, Initializer.uniform(1));
    Dense dense =
        new Dense(parameters, "dense", SIZE, 1, Initializer.uniform(1), Initializer.uniform(1));
    Operand<TFloat32> y = dense.apply(pass, table.apply(pass, rows));
    Operand<TFloat32> squares = tf.math.square(tf.math.sub(y, targets));
    loss = tf.math.mul(Losses.mean(tf, squares), tf.constant((float) scale));
  }

  /** The scalar to minimise. */
  Operand<TFloat32> loss() {
    return loss;
  }

  /** Feeds the batch of a step. */
  void fill(int step, Feeds feeds) {
    int[] batch = batch(step);
    feeds.put(rows, batch);
    float[] values = new float[batch.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) target(batch[i]);
    }
    feeds.put(targets, values, values.length, 1);
  }

  /** Two to four rows, all of the table in turn. */
  static int[] batch(int step) {
    int[] batch = new int[2 + step % 3];
    for (int i = 0; i < batch.length; i++) {
      batch[i] = (step + 2 * i) % ENTITIES;
    }
    return batch;
  }

  private static double target(int entity) {
    return 3 * Math.sin(1 + entity);
  }

  /** True if a value of the table belongs to a row of the batch of this step. */
  static boolean touches(int step, int value) {
    for (int row : batch(step)) {
      if (value / SIZE == row) {
        return true;
      }
    }
    return false;
  }

  /** The gradient at these parameters. */
  Map<String, double[]> gradient(Map<String, double[]> at, int step) {
    double[][] table = Doubles.matrix(at.get("table"), SIZE);
    double[] weights = at.get("dense/weights");
    double[] ofTable = new double[ENTITIES * SIZE];
    double[] ofWeights = new double[SIZE];
    double[] ofBias = new double[1];
    int[] batch = batch(step);
    for (int row : batch) {
      double y = at.get("dense/bias")[0];
      for (int j = 0; j < SIZE; j++) {
        y += table[row][j] * weights[j];
      }
      double slope = scale * 2 * (y - target(row)) / batch.length;
      ofBias[0] += slope;
      for (int j = 0; j < SIZE; j++) {
        ofWeights[j] += slope * table[row][j];
        ofTable[row * SIZE + j] += slope * weights[j];
      }
    }
    return Map.of("table", ofTable, "dense/weights", ofWeights, "dense/bias", ofBias);
  }
}
