package org.trellisrec.recommenders.branch;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.ReduceMax;
import org.tensorflow.op.core.ReduceSum;
import org.tensorflow.op.train.BatchMatMul;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.trellisrec.tensorflow.layers.Cosine;
import org.trellisrec.tensorflow.layers.Losses;

/**
 * Symmetric InfoNCE between the embeddings of two modalities of the same entities (SInfoNCE): each
 * shall be most similar to the other one of its entity among those of other entities.
 *
 * @param weight of the loss, alpha; 0 for none
 * @param temperature tau, above 0
 * @param scope whose embeddings are the negatives
 * @param cosine true for cosines, false for dot products
 */
record Contrast(double weight, double temperature, Scope scope, boolean cosine) {
  /** Among which entities the right one is to be found. */
  public enum Scope {
    /** Those of the same list: for items, the positive and the negatives of one user. */
    LIST,
    /** Those of the whole batch; an entity that occurs twice is its own negative. */
    BATCH
  }

  /**
   * The weighted loss: cross-entropy of rows and of columns, each a mean over the slots that take
   * part, summed; 0 if there are none. The other slots are no negatives either.
   *
   * @param a slots x d
   * @param b slots x d
   * @param present 1 for a slot that takes part, 0 for another, slots
   * @param shape number of lists and their length, 2 numbers
   * @param d length of the embeddings
   * @return a scalar
   */
  Operand<TFloat32> of(
      Ops tf,
      Operand<TFloat32> a,
      Operand<TFloat32> b,
      Operand<TFloat32> present,
      Operand<TInt32> shape,
      int d) {
    Operand<TFloat32> left = cosine ? Cosine.normalize(tf, a) : a;
    Operand<TFloat32> right = cosine ? Cosine.normalize(tf, b) : b;
    Operand<TFloat32> loss =
        scope == Scope.BATCH
            ? Losses.infoNce(tf, left, right, present, temperature)
            : ofLists(
                tf,
                cube(tf, left, shape, d),
                cube(tf, right, shape, d),
                tf.reshape(present, shape));
    return tf.math.mul(loss, tf.constant((float) weight));
  }

  private static Operand<TFloat32> cube(
      Ops tf, Operand<TFloat32> flat, Operand<TInt32> shape, int d) {
    Operand<TInt32> full = tf.concat(List.of(shape, tf.constant(new int[] {d})), tf.constant(0));
    return tf.reshape(flat, full);
  }

  private Operand<TFloat32> ofLists(
      Ops tf, Operand<TFloat32> a, Operand<TFloat32> b, Operand<TFloat32> present) {
    Operand<TFloat32> similarities =
        tf.math.div(
            tf.train.batchMatMul(a, b, TFloat32.class, BatchMatMul.adjY(true)),
            tf.constant((float) temperature));
    Operand<TFloat32> matching = diagonals(tf, similarities);
    return tf.math.add(
        direction(tf, similarities, matching, present),
        direction(
            tf,
            tf.linalg.transpose(similarities, tf.constant(new int[] {0, 2, 1})),
            matching,
            present));
  }

  /** The diagonal of every square of a cube. */
  private static Operand<TFloat32> diagonals(Ops tf, Operand<TFloat32> squares) {
    Operand<TInt32> length = tf.gather(tf.shape(squares), tf.array(2), tf.constant(0));
    Operand<TFloat32> identity = tf.linalg.tensorDiag(tf.fill(length, tf.constant(1f)));
    return tf.reduceSum(tf.math.mul(squares, identity), tf.constant(-1), ReduceSum.keepDims(false));
  }

  private static Operand<TFloat32> direction(
      Ops tf,
      Operand<TFloat32> similarities,
      Operand<TFloat32> matching,
      Operand<TFloat32> present) {
    Operand<TFloat32> candidates =
        tf.math.add(similarities, tf.expandDims(Losses.hiding(tf, present), tf.constant(1)));
    Operand<TFloat32> greatest =
        tf.stopGradient(tf.reduceMax(candidates, tf.constant(-1), ReduceMax.keepDims(true)));
    Operand<TFloat32> exponentials = tf.math.exp(tf.math.sub(candidates, greatest));
    Operand<TFloat32> sums = tf.reduceSum(exponentials, tf.constant(-1), ReduceSum.keepDims(true));
    Operand<TFloat32> logSums =
        tf.reshape(tf.math.add(tf.math.log(sums), greatest), tf.shape(matching));
    return tf.math.sub(Losses.mean(tf, logSums, present), Losses.mean(tf, matching, present));
  }
}
