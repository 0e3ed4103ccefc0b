package org.trellisrec.cli.bench;

import java.util.Arrays;
import org.tensorflow.DeviceSpec.DeviceType;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;
import org.trellisrec.tensorflow.Placement;
import org.trellisrec.tensorflow.SessionSettings;
import org.trellisrec.tensorflow.TfSession;

/**
 * How fast TensorFlow multiplies dense matrices here. Processors of one generation differ by a
 * factor of two in it and hardly in anything else, so that times of models that consist of such
 * products can only be compared beside it.
 */
final class MatrixProduct {
  private static final int SIZE = 1024;
  private static final int WARM_UP = 5;
  private static final int RUNS = 15;

  private MatrixProduct() {}

  /** 10^9 floating-point operations a second: one thread, float32, median of several products. */
  static double speed() {
    SessionSettings settings =
        new SessionSettings(
            new Placement(DeviceType.CPU, 0, /* strict= */ false), /* threads= */ 1);
    try (TfSession session = TfSession.open(settings)) {
      var tf = session.ops();
      Variable<TFloat32> matrix =
          tf.variable(tf.fill(tf.array(SIZE, SIZE), tf.constant(1f / SIZE)));
      var product = tf.linalg.matMul(matrix, matrix);
      double[] seconds = new double[RUNS];
      for (int run = -WARM_UP; run < RUNS; run++) {
        Stopwatch watch = new Stopwatch();
        session.runner().addTarget(product).run().close();
        if (run >= 0) {
          seconds[run] = watch.wallSeconds();
        }
      }
      Arrays.sort(seconds);
      return 2.0 * SIZE * SIZE * SIZE / seconds[RUNS / 2] / 1e9;
    }
  }
}
