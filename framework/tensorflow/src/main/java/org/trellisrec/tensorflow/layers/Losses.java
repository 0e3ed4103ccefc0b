package org.trellisrec.tensorflow.layers;

import java.util.List;
import java.util.Optional;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Max;
import org.tensorflow.op.core.ReduceSum;
import org.tensorflow.op.core.Stack;
import org.tensorflow.op.core.Sum;
import org.tensorflow.op.linalg.MatMul;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TInt64;
import org.trellisrec.tensorflow.graph.BatchProduct;
import org.trellisrec.tensorflow.graph.GivenGradient;
import org.trellisrec.tensorflow.graph.SparseMatrix;
import org.trellisrec.tensorflow.graph.Sums;

/** Losses over lists of scores. All are means over the lists unless they say otherwise. */
public final class Losses {
  private static final float NEVER = -1e30f;

  private Losses() {}

  /** The mean of all values. */
  public static Operand<TFloat32> mean(Ops tf, Operand<TFloat32> values) {
    return tf.math.mean(tf.reshape(values, tf.constant(new int[] {-1})), tf.constant(0));
  }

  /**
   * The mean of the values that count, 0 if none does.
   *
   * @param weights 1 for a value that counts, 0 for another; same shape
   */
  public static Operand<TFloat32> mean(
      Ops tf, Operand<TFloat32> values, Operand<TFloat32> weights) {
    Operand<TFloat32> count = tf.math.maximum(sum(tf, weights), tf.constant(1f));
    return tf.math.div(sum(tf, tf.math.mul(values, weights)), count);
  }

  /** The sum of all values. */
  public static Operand<TFloat32> sum(Ops tf, Operand<TFloat32> values) {
    return tf.reduceSum(
        tf.reshape(values, tf.constant(new int[] {-1})), tf.constant(0), ReduceSum.keepDims(false));
  }

  /**
   * Binary cross-entropy of probabilities: {@code -y ln p - (1 - y) ln(1 - p)} for every value.
   *
   * @param probabilities in the open interval (0, 1)
   * @param labels in [0, 1], same shape
   * @return same shape
   */
  public static Operand<TFloat32> crossEntropy(
      Ops tf, Operand<TFloat32> probabilities, Operand<TFloat32> labels) {
    Operand<TFloat32> one = tf.constant(1f);
    Operand<TFloat32> positive = tf.math.mul(labels, tf.math.log(probabilities));
    Operand<TFloat32> negative =
        tf.math.mul(tf.math.sub(one, labels), tf.math.log(tf.math.sub(one, probabilities)));
    return tf.math.neg(tf.math.add(positive, negative));
  }

  /**
   * Binary cross-entropy of the logistic function of scores, without overflow: {@code softplus(s) -
   * y s} for every value.
   *
   * @param labels in [0, 1], same shape
   * @return same shape
   */
  public static Operand<TFloat32> logisticCrossEntropy(
      Ops tf, Operand<TFloat32> scores, Operand<TFloat32> labels) {
    return tf.math.sub(tf.math.softplus(scores), tf.math.mul(labels, scores));
  }

  /**
   * Bayesian personalised ranking: the mean over lists and negatives of {@code -ln sigmoid(s_pos -
   * s_neg)}.
   *
   * <p>Source: Rendle et al., "BPR: Bayesian personalized ranking from implicit feedback", UAI
   * 2009, equation 4.
   *
   * @param scores lists x length, the positive first
   */
  public static Operand<TFloat32> bpr(Ops tf, Operand<TFloat32> scores) {
    return mean(tf, tf.math.softplus(tf.math.sub(negatives(tf, scores), positives(tf, scores))));
  }

  /**
   * Sampled softmax: the mean over lists of {@code -ln} of the positive's share, {@code -s_pos / t
   * + logsumexp(s / t)}.
   *
   * @param scores lists x length, the positive first
   * @param temperature t, above 0
   */
  public static Operand<TFloat32> softmax(Ops tf, Operand<TFloat32> scores, double temperature) {
    Operand<TFloat32> log = tf.nn.logSoftmax(tf.math.div(scores, tf.constant((float) temperature)));
    return tf.math.neg(mean(tf, positives(tf, log)));
  }

  /**
   * The negative log-likelihood of counts under a multinomial distribution, up to a constant:
   * {@code - sum_i x_i ln softmax(z)_i} for every row.
   *
   * <p>With the sum n of a row's counts and the largest logit t, that is {@code n (ln sum_i exp(z_i
   * - t) + sum_i x_i / n (t - z_i))}, and its derivative {@code n (softmax(z) - x / n)}. The
   * largest share, {@code 1 / sum_i exp(z_i - t)}, gives the first term, so both come from one
   * softmax. On a CPU with oneDNN it takes a fraction of the time of TensorFlow's operations for
   * log-softmax and cross-entropy.
   *
   * @param logits z, n x m
   * @param counts x, n x m, not negative; no row without any
   * @return n
   */
  public static Operand<TFloat32> multinomial(
      Ops tf, Operand<TFloat32> logits, SparseMatrix counts) {
    Operand<TFloat32> totals = counts.rowSums();
    SparseMatrix shares = counts.scaledRows(tf.math.reciprocal(totals));
    Operand<TFloat32> softmax = tf.nn.softmax(logits);
    Operand<TFloat32> largest = tf.max(logits, tf.constant(1));
    Operand<TFloat32> below = tf.math.sub(shares.perEntry(largest), shares.cellsOf(logits));
    Operand<TFloat32> perCount =
        tf.math.sub(
            shares.mapped(share -> tf.math.mul(share, below)).rowSums(),
            tf.math.log(tf.max(softmax, tf.constant(1))));
    Operand<TFloat32> slopes = shares.subtractedFrom(softmax);
    return tf.math.mul(totals, GivenGradient.ofRows(tf, perCount, logits, slopes));
  }

  /**
   * Symmetric InfoNCE between two views: row i of one and row i of the other belong together, all
   * other rows are negatives. The sum of the two directions, each a mean over the rows.
   *
   * @param a n x d
   * @param b n x d
   * @param temperature above 0
   */
  public static Operand<TFloat32> infoNce(
      Ops tf, Operand<TFloat32> a, Operand<TFloat32> b, double temperature) {
    Operand<TFloat32> similarities = similarities(tf, a, b, temperature);
    return tf.math.add(diagonal(tf, similarities), diagonal(tf, transposed(tf, similarities)));
  }

  /**
   * The same among the rows that take part; the others are neither compared nor negatives. 0 if no
   * row takes part.
   *
   * @param present 1 for a row that takes part, 0 for another, n
   */
  public static Operand<TFloat32> infoNce(
      Ops tf,
      Operand<TFloat32> a,
      Operand<TFloat32> b,
      Operand<TFloat32> present,
      double temperature) {
    Operand<TFloat32> similarities = similarities(tf, a, b, temperature);
    return tf.math.add(
        diagonal(tf, similarities, present), diagonal(tf, transposed(tf, similarities), present));
  }

  /**
   * The same within every list alone: a vector is compared with those of its list.
   *
   * @param a lists x length x d
   * @param b lists x length x d
   */
  public static Operand<TFloat32> infoNceOfLists(
      Ops tf, Operand<TFloat32> a, Operand<TFloat32> b, double temperature) {
    Operand<TInt32> lists = tf.slice(tf.shape(a), tf.array(0), tf.array(2));
    Operand<TFloat32> vectors = tf.dtypes.cast(tf.reduceProd(lists, tf.array(0)), TFloat32.class);
    Operand<TFloat32> weights = tf.fill(lists, tf.math.reciprocal(vectors));
    return ofLists(tf, similaritiesOfLists(tf, a, b, temperature), weights, Optional.empty());
  }

  /**
   * The same among the vectors that take part; the others are neither compared nor negatives. 0 if
   * none takes part.
   *
   * @param present 1 for a vector that takes part, 0 for another, lists x length
   */
  public static Operand<TFloat32> infoNceOfLists(
      Ops tf,
      Operand<TFloat32> a,
      Operand<TFloat32> b,
      Operand<TFloat32> present,
      double temperature) {
    Operand<TFloat32> weights =
        tf.math.div(present, tf.math.maximum(sum(tf, present), tf.constant(1f)));
    Operand<TFloat32> similarities = similaritiesOfLists(tf, a, b, temperature);
    return ofLists(tf, similarities, weights, Optional.of(hiding(tf, present)));
  }

  private static Operand<TFloat32> similaritiesOfLists(
      Ops tf, Operand<TFloat32> a, Operand<TFloat32> b, double temperature) {
    return tf.math.div(BatchProduct.of(tf, a, b), tf.constant((float) temperature));
  }

  /**
   * With the similarities s of a list, the softmax P of its rows, Q of its columns, and a weight
   * w_i of every vector, the list has {@code sum_i w_i (lse_j s_ij + lse_j s_ji - 2 s_ii)}. The
   * derivative by s_ij is {@code w_i P_ij + w_j Q_ij}, less {@code 2 w_i} where i is j.
   *
   * @param squares s, lists x length x length
   * @param weights w, lists x length
   * @param hidden what is added to the similarities with every vector, lists x length
   */
  private static Operand<TFloat32> ofLists(
      Ops tf,
      Operand<TFloat32> squares,
      Operand<TFloat32> weights,
      Optional<Operand<TFloat32>> hidden) {
    Operand<TInt32> length = tf.slice(tf.shape(weights), tf.array(1), tf.array(1));
    Operand<TFloat32> twice = tf.linalg.tensorDiag(tf.fill(length, tf.constant(2f)));
    Operand<TFloat32> matching = tf.math.mul(tf.expandDims(weights, tf.constant(2)), twice);
    Softmax rows = Softmax.along(tf, 2, squares, weights, hidden);
    Softmax columns = Softmax.along(tf, 1, squares, weights, hidden);
    Operand<TFloat32> values =
        tf.math.sub(
            tf.sum(
                tf.math.mul(weights, tf.math.add(rows.logSums(), columns.logSums())),
                tf.constant(1)),
            tf.sum(tf.math.mul(squares, matching), tf.array(1, 2)));
    Operand<TFloat32> slopes =
        tf.math.sub(tf.math.add(rows.weighted(), columns.weighted()), matching);
    return sum(tf, GivenGradient.ofRows(tf, values, flat(tf, squares), flat(tf, slopes)));
  }

  /**
   * The softmax along an axis of squares.
   *
   * @param weighted times the weight of the vector it belongs to, lists x length x length
   * @param logSums the logarithms of the sums of the exponentials, lists x length
   */
  private record Softmax(Operand<TFloat32> weighted, Operand<TFloat32> logSums) {
    static Softmax along(
        Ops tf,
        int axis,
        Operand<TFloat32> squares,
        Operand<TFloat32> weights,
        Optional<Operand<TFloat32>> hidden) {
      Operand<TInt32> along = tf.constant(axis);
      Operand<TInt32> across = tf.constant(3 - axis);
      Operand<TFloat32> values =
          hidden
              .<Operand<TFloat32>>map(much -> tf.math.add(squares, tf.expandDims(much, across)))
              .orElse(squares);
      Operand<TFloat32> largest = tf.max(values, along, Max.keepDims(true));
      Operand<TFloat32> exponentials = tf.math.exp(tf.math.sub(values, largest));
      Operand<TFloat32> sums = tf.sum(exponentials, along, Sum.keepDims(true));
      Operand<TFloat32> scale = tf.math.div(tf.expandDims(weights, along), sums);
      Operand<TFloat32> logSums = tf.math.add(tf.math.log(sums), largest);
      return new Softmax(tf.math.mul(exponentials, scale), tf.reshape(logSums, tf.shape(weights)));
    }
  }

  /** Every square of a cube as a row. */
  private static Operand<TFloat32> flat(Ops tf, Operand<TFloat32> squares) {
    Operand<TInt32> lists = tf.slice(tf.shape(squares), tf.array(0), tf.array(1));
    return tf.reshape(squares, tf.concat(List.of(lists, tf.array(-1)), tf.constant(0)));
  }

  private static Operand<TFloat32> similarities(
      Ops tf, Operand<TFloat32> a, Operand<TFloat32> b, double temperature) {
    return tf.math.div(
        tf.linalg.matMul(a, b, MatMul.transposeB(true)), tf.constant((float) temperature));
  }

  private static Operand<TFloat32> transposed(Ops tf, Operand<TFloat32> square) {
    return tf.linalg.transpose(square, tf.constant(new int[] {1, 0}));
  }

  private static Operand<TFloat32> diagonal(
      Ops tf, Operand<TFloat32> similarities, Operand<TFloat32> present) {
    Operand<TFloat32> hidden = tf.math.add(similarities, hiding(tf, present));
    return mean(tf, multinomial(tf, hidden, identity(tf, similarities)), present);
  }

  /**
   * What takes the entries that do not take part out of a softmax when it is added: 0 for those
   * that do, and else so little that their exponential is 0.
   *
   * @param present 1 for an entry that takes part, 0 for another
   */
  public static Operand<TFloat32> hiding(Ops tf, Operand<TFloat32> present) {
    return tf.math.mul(tf.math.sub(tf.constant(1f), present), tf.constant(NEVER));
  }

  /**
   * One direction of InfoNCE: the mean over the rows of {@code -ln softmax(row)} at the diagonal.
   *
   * @param similarities n x n, divided by the temperature
   */
  public static Operand<TFloat32> diagonal(Ops tf, Operand<TFloat32> similarities) {
    return mean(tf, multinomial(tf, similarities, identity(tf, similarities)));
  }

  /** The identity matrix of the size of another square one. */
  private static SparseMatrix identity(Ops tf, Operand<TFloat32> square) {
    Operand<TInt32> size = tf.gather(tf.shape(square), tf.constant(0), tf.constant(0));
    Operand<TInt32> indices = tf.range(tf.constant(0), size, tf.constant(1));
    return new SparseMatrix(
        tf,
        tf.stack(List.of(indices, indices), Stack.axis(1L)),
        tf.fill(tf.expandDims(size, tf.constant(0)), tf.constant(1f)),
        tf.shape(square, TInt64.class));
  }

  /** Half the sum of the squares of all values of these tensors. */
  public static Operand<TFloat32> halfSquares(Ops tf, List<Operand<TFloat32>> tensors) {
    return Sums.of(tf, tensors.stream().<Operand<TFloat32>>map(t -> tf.nn.l2Loss(t)).toList());
  }

  /** The first column, n x 1. */
  private static Operand<TFloat32> positives(Ops tf, Operand<TFloat32> scores) {
    return tf.slice(scores, tf.constant(new int[] {0, 0}), tf.constant(new int[] {-1, 1}));
  }

  /** All columns but the first. */
  private static Operand<TFloat32> negatives(Ops tf, Operand<TFloat32> scores) {
    return tf.slice(scores, tf.constant(new int[] {0, 1}), tf.constant(new int[] {-1, -1}));
  }
}
