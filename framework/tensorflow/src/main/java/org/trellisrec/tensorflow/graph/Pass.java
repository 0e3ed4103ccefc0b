package org.trellisrec.tensorflow.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TInt64;

/**
 * One way through a network, for training or for inference. Layers that behave differently in the
 * two ask it which one it is.
 */
public final class Pass {
  private final Ops tf;
  private final Placeholder<TInt64> seed;
  private final Precision precision;
  private final List<Op> updates = new ArrayList<>();
  private final List<TableRows> tables = new ArrayList<>();
  private final Map<Object, Object> shared = new HashMap<>();
  private long draws;
  private boolean hasDenseProducts;

  private Pass(Ops tf, Placeholder<TInt64> seed, Precision precision) {
    this.tf = tf;
    this.seed = seed;
    this.precision = precision;
  }

  /** A training pass, whose randomness is fed anew at every step. */
  public static Pass training(Ops tf) {
    return training(tf, Precision.FLOAT32);
  }

  /** A training pass whose dense products are computed in this precision. */
  public static Pass training(Ops tf, Precision precision) {
    return new Pass(tf, tf.placeholder(TInt64.class, Placeholder.shape(Shape.of(2))), precision);
  }

  /** An inference pass, which has no randomness and does not round. */
  public static Pass inference(Ops tf) {
    return new Pass(tf, null, Precision.FLOAT32);
  }

  /** Builds operations. */
  public Ops tf() {
    return tf;
  }

  /** True in training, false at inference. */
  public boolean isTraining() {
    return seed != null;
  }

  /** How a {@link DenseProduct} of this pass is computed. */
  Precision precision() {
    return precision;
  }

  /** Says that there is a {@link DenseProduct}. */
  void multiplies() {
    hasDenseProducts = true;
  }

  /** True if something in this pass is rounded, if its precision is one that rounds. */
  public boolean hasDenseProducts() {
    return hasDenseProducts;
  }

  /**
   * A seed for one stateless random operation: another one for every call of this method, and at
   * every step.
   *
   * @throws IllegalStateException at inference
   */
  public Operand<TInt64> nextSeed() {
    if (!isTraining()) {
      throw new IllegalStateException("there is no randomness at inference");
    }
    return tf.math.add(seed, tf.constant(new long[] {0, draws++}));
  }

  /** Feeds the randomness of a step. */
  public void fillSeed(long step, Feeds into) {
    into.put(seed, new long[] {step, 0}, 2);
  }

  /** Adds an operation that runs with every training step, for instance of a running mean. */
  public void afterStep(Op update) {
    updates.add(update);
  }

  /** The operations that run with every training step. */
  public List<Op> updates() {
    return List.copyOf(updates);
  }

  /** Says that these rows of a table are used, so that an optimiser can update them alone. */
  public void used(TableRows rows) {
    tables.add(rows);
  }

  /** The rows of tables that are used. */
  public List<TableRows> tables() {
    return List.copyOf(tables);
  }

  /**
   * Operations that several parts of the network use and that are to be added once in this pass.
   *
   * @param key what they are for
   * @param build adds them
   */
  @SuppressWarnings("unchecked") // one key is used for one type
  public <T> T once(Object key, Supplier<T> build) {
    return (T) shared.computeIfAbsent(key, absent -> build.get());
  }
}
