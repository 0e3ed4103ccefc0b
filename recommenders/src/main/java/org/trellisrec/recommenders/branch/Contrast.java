package org.trellisrec.recommenders.branch;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
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
   * The weighted loss: cross-entropy of rows and of columns, each a mean over the slots, summed.
   *
   * @param a slots x d
   * @param b slots x d
   * @param shape number of lists and their length, 2 numbers
   * @param d length of the embeddings
   * @return a scalar
   */
  Operand<TFloat32> of(
      Ops tf, Operand<TFloat32> a, Operand<TFloat32> b, Operand<TInt32> shape, int d) {
    Operand<TFloat32> left = compared(tf, a);
    Operand<TFloat32> right = compared(tf, b);
    return weighted(
        tf,
        scope == Scope.BATCH
            ? Losses.infoNce(tf, left, right, temperature)
            : Losses.infoNceOfLists(
                tf, cube(tf, left, shape, d), cube(tf, right, shape, d), temperature));
  }

  /**
   * The same over the slots that take part; 0 if there are none. The other slots are no negatives
   * either.
   *
   * @param present 1 for a slot that takes part, 0 for another, slots
   */
  Operand<TFloat32> of(
      Ops tf,
      Operand<TFloat32> a,
      Operand<TFloat32> b,
      Operand<TFloat32> present,
      Operand<TInt32> shape,
      int d) {
    Operand<TFloat32> left = compared(tf, a);
    Operand<TFloat32> right = compared(tf, b);
    return weighted(
        tf,
        scope == Scope.BATCH
            ? Losses.infoNce(tf, left, right, present, temperature)
            : Losses.infoNceOfLists(
                tf,
                cube(tf, left, shape, d),
                cube(tf, right, shape, d),
                tf.reshape(present, shape),
                temperature));
  }

  private Operand<TFloat32> compared(Ops tf, Operand<TFloat32> embeddings) {
    return cosine ? Cosine.normalize(tf, embeddings) : embeddings;
  }

  private Operand<TFloat32> weighted(Ops tf, Operand<TFloat32> loss) {
    return tf.math.mul(loss, tf.constant((float) weight));
  }

  private static Operand<TFloat32> cube(
      Ops tf, Operand<TFloat32> flat, Operand<TInt32> shape, int d) {
    Operand<TInt32> full = tf.concat(List.of(shape, tf.constant(new int[] {d})), tf.constant(0));
    return tf.reshape(flat, full);
  }
}
