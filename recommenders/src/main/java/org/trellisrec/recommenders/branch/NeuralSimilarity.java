package org.trellisrec.recommenders.branch;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.trellisrec.tensorflow.graph.DenseProduct;
import org.trellisrec.tensorflow.graph.Initializer;
import org.trellisrec.tensorflow.graph.Parameters;
import org.trellisrec.tensorflow.graph.Pass;
import org.trellisrec.tensorflow.layers.Scores;

/**
 * A learned similarity in the manner of NeuMF: {@code w_g . (u * i) + w_m . relu(A u + B i + c)}.
 *
 * <p>Source: He et al., "Neural collaborative filtering", WWW 2017, doi:10.1145/3038912.3052569,
 * equation 12 with one hidden layer.
 *
 * <p>All pairs are scored one hidden unit after another, so that nothing larger than users x items
 * is ever held.
 */
final class NeuralSimilarity implements Similarity {
  private final Operand<TFloat32> product;
  private final Operand<TFloat32> ofUser;
  private final Operand<TFloat32> ofItem;
  private final Operand<TFloat32> bias;
  private final Operand<TFloat32> output;
  private final int hidden;

  /**
   * @param size length of the embeddings
   * @param hidden number of hidden units
   */
  NeuralSimilarity(Parameters parameters, int size, int hidden) {
    this.hidden = hidden;
    Initializer start = Initializer.XAVIER_UNIFORM;
    product = parameters.trained("similarity/product", Shape.of(size), Initializer.ONES);
    ofUser = parameters.trained("similarity/user", Shape.of(size, hidden), start);
    ofItem = parameters.trained("similarity/item", Shape.of(size, hidden), start);
    bias = parameters.trained("similarity/bias", Shape.of(hidden), Initializer.ZEROS);
    output = parameters.trained("similarity/output", Shape.of(hidden, 1), start);
  }

  @Override
  public Operand<TFloat32> ofLists(Pass pass, Operand<TFloat32> users, Operand<TFloat32> items) {
    Ops tf = pass.tf();
    Operand<TFloat32> left =
        tf.expandDims(tf.math.add(DenseProduct.of(pass, users, ofUser), bias), tf.constant(1));
    Operand<TFloat32> right = cubed(pass, items);
    Operand<TFloat32> units = tf.nn.relu(tf.math.add(left, right));
    Operand<TFloat32> weights = tf.reshape(output, tf.constant(new int[] {hidden}));
    return tf.math.add(
        Scores.ofLists(tf, tf.math.mul(users, product), items),
        tf.reduceSum(tf.math.mul(units, weights), tf.constant(-1)));
  }

  /** {@code B i} for lists of items. */
  private Operand<TFloat32> cubed(Pass pass, Operand<TFloat32> items) {
    Ops tf = pass.tf();
    long size = ofItem.shape().get(0);
    Operand<TFloat32> flat = tf.reshape(items, tf.constant(new long[] {-1, size}));
    var shape = tf.shape(items);
    var lists = tf.slice(shape, tf.constant(new int[] {0}), tf.constant(new int[] {2}));
    return tf.reshape(
        DenseProduct.of(pass, flat, ofItem),
        tf.concat(List.of(lists, tf.constant(new int[] {hidden})), tf.constant(0)));
  }

  @Override
  public Operand<TFloat32> ofAll(Pass pass, Operand<TFloat32> users, Operand<TFloat32> items) {
    Ops tf = pass.tf();
    List<Operand<TFloat32>> left = columns(tf, DenseProduct.of(pass, users, ofUser));
    List<Operand<TFloat32>> right =
        columns(tf, tf.math.add(DenseProduct.of(pass, items, ofItem), bias));
    Operand<TFloat32> scores = Scores.ofAll(pass, tf.math.mul(users, product), items);
    for (int unit = 0; unit < hidden; unit++) {
      // Without an order TensorFlow would compute the sums of all units before it adds them up.
      Ops then = tf.withControlDependencies(scores);
      Operand<TFloat32> sums =
          then.math.add(
              left.get(unit), tf.reshape(right.get(unit), tf.constant(new int[] {1, -1})));
      Operand<TFloat32> weight =
          tf.slice(output, tf.constant(new int[] {unit, 0}), tf.constant(new int[] {1, 1}));
      scores = tf.math.add(scores, tf.math.mul(tf.nn.relu(sums), weight));
    }
    return scores;
  }

  /** The columns of a matrix of {@code hidden} columns, each n x 1. */
  private List<Operand<TFloat32>> columns(Ops tf, Operand<TFloat32> matrix) {
    List<Operand<TFloat32>> columns = new ArrayList<>();
    tf.split(tf.constant(1), matrix, (long) hidden).output().forEach(column -> columns.add(column));
    return columns;
  }
}
