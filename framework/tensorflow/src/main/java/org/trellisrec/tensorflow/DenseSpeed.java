package org.trellisrec.tensorflow;

import java.util.Arrays;
import org.tensorflow.DeviceSpec.DeviceType;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;

/**
 * How fast TensorFlow multiplies dense matrices here. Processors on which other work takes the same
 * time differ by a factor of two in it, so that times of models that consist of such products can
 * only be compared beside it.
 */
public final class DenseSpeed {
  private static final int SIZE = 1024;
  private static final int WARM_UP = 5;
  private static final int RUNS = 15;
  private static final double NANOS = 1e9;

  private DenseSpeed() {}

  /**
   * Their speed on one thread of the CPU, in float32: the median of several products of square
   * matrices. Takes less than a second.
   *
   * @return 10^9 floating-point operations per second
   * @throws org.trellisrec.spi.InputException if TensorFlow cannot be loaded
   */
  public static double measure() {
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
        long start = System.nanoTime();
        session.runner().addTarget(product).run().close();
        if (run >= 0) {
          seconds[run] = (System.nanoTime() - start) / NANOS;
        }
      }
      Arrays.sort(seconds);
      return 2.0 * SIZE * SIZE * SIZE / seconds[RUNS / 2] / NANOS;
    }
  }
}
