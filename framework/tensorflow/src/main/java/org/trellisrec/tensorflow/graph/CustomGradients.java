package org.trellisrec.tensorflow.graph;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.tensorflow.GraphOperation;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.internal.c_api.TFJ_GradFuncAdapter;
import org.tensorflow.internal.c_api.global.tensorflow;
import org.tensorflow.op.Ops;
import org.tensorflow.op.RawCustomGradient;
import org.tensorflow.types.TFloat32;
import org.trellisrec.tensorflow.TensorFlowRuntime;

/**
 * Gradients of operations that TensorFlow itself has none for.
 *
 * <p>TensorFlow Java makes a native callback for each registration, of which it has ten; using an
 * eleventh crashes the process. All registrations share one here, so there may be any number.
 */
public final class CustomGradients {
  private static final Map<String, RawCustomGradient> BY_TYPE = new ConcurrentHashMap<>();

  /** Native code keeps only the address, so it must stay reachable. */
  private static final TFJ_GradFuncAdapter SHARED =
      RawCustomGradient.adapter(CustomGradients::dispatch);

  private CustomGradients() {}

  /**
   * Registers the gradient of an operation for this process.
   *
   * @param type name of the operation
   * @param gradient adds the gradient to the graph: one operand per input of the operation, zeros
   *     for an input that has no gradient, never null
   * @throws IllegalStateException if there is already a gradient for this operation
   */
  public static synchronized void register(String type, RawCustomGradient gradient) {
    TensorFlowRuntime.version();
    if (!tensorflow.TFJ_RegisterCustomGradient(type, SHARED)) {
      throw new IllegalStateException("the operation " + type + " already has a gradient");
    }
    BY_TYPE.put(type, gradient);
  }

  private static List<Operand<?>> dispatch(
      Ops tf, GraphOperation operation, List<Output<?>> gradients) {
    return BY_TYPE.get(operation.type()).call(tf, operation, gradients);
  }

  /** The same operand with its type known. */
  @SuppressWarnings("unchecked") // checked by the first line
  public static Operand<TFloat32> asFloat(Operand<?> operand) {
    if (operand.type() != TFloat32.class) {
      throw new IllegalArgumentException("expected 32-bit floats, not " + operand.type());
    }
    return (Operand<TFloat32>) operand;
  }
}
