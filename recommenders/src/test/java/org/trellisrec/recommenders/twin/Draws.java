package org.trellisrec.recommenders.twin;

import org.tensorflow.DeviceSpec.DeviceType;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TInt64;
import org.trellisrec.tensorflow.Placement;
import org.trellisrec.tensorflow.SessionSettings;
import org.trellisrec.tensorflow.TfSession;

/** The random numbers that a network draws in a training step. */
public final class Draws {
  private Draws() {}

  /** A stateless random operation. */
  private interface Distribution {
    Operand<TFloat32> values(Ops tf, Operand<TInt32> shape, Operand<TInt64> seed);
  }

  /**
   * Uniform on [0, 1).
   *
   * @param step seed of the batch
   * @param draw how many draws came before in the step
   */
  public static double[] uniform(long step, int draw, int... shape) {
    return of(step, draw, shape, (tf, size, seed) -> tf.random.statelessRandomUniform(size, seed));
  }

  /** Standard normal; otherwise as {@link #uniform}. */
  public static double[] normal(long step, int draw, int... shape) {
    return of(step, draw, shape, (tf, size, seed) -> tf.random.statelessRandomNormal(size, seed));
  }

  private static double[] of(long step, int draw, int[] shape, Distribution distribution) {
    Placement cpu = new Placement(DeviceType.CPU, 0, true);
    try (TfSession session = TfSession.open(new SessionSettings(cpu, 1))) {
      Ops tf = session.ops();
      Operand<TFloat32> values =
          distribution.values(tf, tf.constant(shape), tf.constant(new long[] {step, draw}));
      try (Result result = session.runner().fetch(values).run()) {
        var data = result.get(0).asRawTensor().data().asFloats();
        double[] copy = new double[(int) data.size()];
        for (int i = 0; i < copy.length; i++) {
          copy[i] = data.getFloat(i);
        }
        return copy;
      }
    }
  }
}
