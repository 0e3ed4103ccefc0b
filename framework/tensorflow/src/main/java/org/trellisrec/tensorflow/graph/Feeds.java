package org.trellisrec.tensorflow.graph;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.FloatDataBuffer;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TInt64;

/**
 * The values of placeholders for one run. Owns the tensors until it is closed.
 *
 * <p>Values are written into the memory of a tensor as one piece. A tensor made of a buffer is
 * copied element by element until the compiler has made one copy of that loop.
 */
public final class Feeds implements AutoCloseable {
  private final Map<Operand<?>, Tensor> tensors = new LinkedHashMap<>();

  /** A vector of whole numbers. */
  public void put(Operand<TInt32> placeholder, int[] values) {
    TInt32 tensor = TInt32.tensorOf(Shape.of(values.length));
    own(placeholder, tensor);
    if (values.length > 0) {
      tensor.asRawTensor().data().asInts().write(values);
    }
  }

  /** The whole numbers that are left in a buffer, in this shape, last dimension fastest. */
  public void put(Operand<TInt32> placeholder, IntBuffer values, long... shape) {
    TInt32 tensor = TInt32.tensorOf(filledBy(values.remaining(), shape));
    own(placeholder, tensor);
    if (values.hasRemaining()) {
      int from = values.arrayOffset() + values.position();
      tensor.asRawTensor().data().asInts().write(values.array(), from, values.remaining());
    }
  }

  /** Rows of a table of vectors of this length, n x length. */
  public void put(Operand<TFloat32> placeholder, float[][] table, int[] rows, int length) {
    TFloat32 tensor = TFloat32.tensorOf(Shape.of(rows.length, length));
    own(placeholder, tensor);
    if (rows.length > 0) {
      FloatDataBuffer memory = tensor.asRawTensor().data().asFloats();
      for (int row = 0; row < rows.length; row++) {
        memory.offset((long) row * length).write(table[rows[row]], 0, length);
      }
    }
  }

  /** Numbers in this shape, last dimension fastest. */
  public void put(Operand<TFloat32> placeholder, float[] values, long... shape) {
    TFloat32 tensor = TFloat32.tensorOf(filledBy(values.length, shape));
    own(placeholder, tensor);
    if (values.length > 0) {
      tensor.asRawTensor().data().asFloats().write(values);
    }
  }

  /** Long whole numbers in this shape, last dimension fastest. */
  public void put(Operand<TInt64> placeholder, long[] values, long... shape) {
    TInt64 tensor = TInt64.tensorOf(filledBy(values.length, shape));
    own(placeholder, tensor);
    if (values.length > 0) {
      tensor.asRawTensor().data().asLongs().write(values);
    }
  }

  /** A single number. */
  public void put(Operand<TFloat32> placeholder, float value) {
    own(placeholder, TFloat32.scalarOf(value));
  }

  private static Shape filledBy(int values, long... dimensions) {
    Shape shape = Shape.of(dimensions);
    if (shape.size() != values) {
      throw new IllegalArgumentException(values + " values do not fill a tensor of shape " + shape);
    }
    return shape;
  }

  private void own(Operand<?> placeholder, Tensor tensor) {
    Tensor replaced = tensors.put(placeholder, tensor);
    if (replaced != null) {
      replaced.close();
    }
  }

  /** The placeholders that have a value. */
  public Set<Operand<?>> placeholders() {
    return Collections.unmodifiableSet(tensors.keySet());
  }

  /** Feeds a run. */
  public Session.Runner into(Session.Runner runner) {
    tensors.forEach((placeholder, tensor) -> runner.feed(placeholder.asOutput(), tensor));
    return runner;
  }

  @Override
  public void close() {
    List<Tensor> owned = new ArrayList<>(tensors.values());
    tensors.clear();
    owned.forEach(Tensor::close);
  }
}
