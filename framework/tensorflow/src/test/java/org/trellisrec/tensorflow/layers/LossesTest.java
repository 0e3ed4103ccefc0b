package org.trellisrec.tensorflow.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trellisrec.tensorflow.Doubles.logSumExp;
import static org.trellisrec.tensorflow.Doubles.matrix;
import static org.trellisrec.tensorflow.Doubles.product;
import static org.trellisrec.tensorflow.Doubles.softplus;
import static org.trellisrec.tensorflow.Doubles.transposed;

import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.trellisrec.tensorflow.Workbench;
import org.trellisrec.tensorflow.graph.GradientCheck;
import org.trellisrec.tensorflow.graph.Gradients;
import org.trellisrec.tensorflow.graph.Initializer;
import org.trellisrec.tensorflow.graph.Parameters;
import org.trellisrec.tensorflow.graph.SparseMatrix;

/** Values and gradients of the losses, against their formulas in double precision. */
class LossesTest {
  private static final int LISTS = 3;
  private static final int LENGTH = 4;
  private static final double TEMPERATURE = 0.3;
  private static final float[][] LABELS = {{1, 0, 0.25f, 0}, {0, 1, 1, 0.5f}, {0, 0, 0, 1}};

  private static Operand<TFloat32> scores(Parameters parameters) {
    return parameters.trained("scores", Shape.of(LISTS, LENGTH), Initializer.uniform(3));
  }

  private static double[][] scores(Map<String, double[]> parameters) {
    return matrix(parameters.get("scores"), LENGTH);
  }

  @Test
  void crossEntropyOfProbabilities() {
    GradientCheck.assertSame(
        (pass, parameters) -> {
          Ops tf = pass.tf();
          Operand<TFloat32> probabilities = tf.math.sigmoid(scores(parameters));
          return Losses.mean(tf, Losses.crossEntropy(tf, probabilities, tf.constant(LABELS)));
        },
        at -> meanCrossEntropy(scores(at)));
  }

  @Test
  void crossEntropyOfScores() {
    GradientCheck.assertSame(
        (pass, parameters) -> {
          Ops tf = pass.tf();
          return Losses.mean(
              tf, Losses.logisticCrossEntropy(tf, scores(parameters), tf.constant(LABELS)));
        },
        at -> meanCrossEntropy(scores(at)));
  }

  private static double meanCrossEntropy(double[][] scores) {
    double sum = 0;
    for (int list = 0; list < LISTS; list++) {
      for (int i = 0; i < LENGTH; i++) {
        double p = 1 / (1 + Math.exp(-scores[list][i]));
        sum -= LABELS[list][i] * Math.log(p) + (1 - LABELS[list][i]) * Math.log(1 - p);
      }
    }
    return sum / (LISTS * LENGTH);
  }

  @Test
  void crossEntropyOfScoresDoesNotOverflow() {
    GradientCheck.assertSame(
        (pass, parameters) -> {
          Ops tf = pass.tf();
          Operand<TFloat32> far = tf.math.mul(scores(parameters), tf.constant(100f));
          return Losses.mean(tf, Losses.logisticCrossEntropy(tf, far, tf.constant(LABELS)));
        },
        at -> {
          double sum = 0;
          double[][] scores = scores(at);
          for (int list = 0; list < LISTS; list++) {
            for (int i = 0; i < LENGTH; i++) {
              double s = 100 * scores[list][i];
              sum += softplus(s) - LABELS[list][i] * s;
            }
          }
          return sum / (LISTS * LENGTH);
        });
  }

  @Test
  void bayesianPersonalisedRanking() {
    GradientCheck.assertSame(
        (pass, parameters) -> Losses.bpr(pass.tf(), scores(parameters)),
        at -> {
          double sum = 0;
          for (double[] list : scores(at)) {
            for (int i = 1; i < LENGTH; i++) {
              sum += -Math.log(1 / (1 + Math.exp(-(list[0] - list[i]))));
            }
          }
          return sum / (LISTS * (LENGTH - 1));
        });
  }

  @Test
  void sampledSoftmax() {
    GradientCheck.assertSame(
        (pass, parameters) -> Losses.softmax(pass.tf(), scores(parameters), TEMPERATURE),
        at -> {
          double sum = 0;
          for (double[] list : scores(at)) {
            double[] scaled = DoubleStream.of(list).map(s -> s / TEMPERATURE).toArray();
            sum += logSumExp(scaled) - scaled[0];
          }
          return sum / LISTS;
        });
  }

  @Test
  void symmetricInfoNce() {
    int rows = 4;
    int size = 3;
    GradientCheck.assertSame(
        (pass, parameters) ->
            Losses.infoNce(
                pass.tf(),
                parameters.trained("a", Shape.of(rows, size), Initializer.uniform(1)),
                parameters.trained("b", Shape.of(rows, size), Initializer.uniform(1)),
                TEMPERATURE),
        at -> {
          double[][] a = matrix(at.get("a"), size);
          double[][] b = matrix(at.get("b"), size);
          return diagonalLoss(a, b) + diagonalLoss(b, a);
        });
  }

  @Test
  void infoNceOfSomeRowsIsThatOfTheseAlone() {
    int rows = 4;
    int size = 3;
    GradientCheck.assertSame(
        (pass, parameters) ->
            Losses.infoNce(
                pass.tf(),
                parameters.trained("a", Shape.of(rows, size), Initializer.uniform(1)),
                parameters.trained("b", Shape.of(rows, size), Initializer.uniform(1)),
                pass.tf().constant(new float[] {1, 0, 1, 1}),
                TEMPERATURE),
        at -> {
          double[][] a = some(matrix(at.get("a"), size), 0, 2, 3);
          double[][] b = some(matrix(at.get("b"), size), 0, 2, 3);
          return diagonalLoss(a, b) + diagonalLoss(b, a);
        });
  }

  private static double[][] some(double[][] table, int... rows) {
    return IntStream.of(rows).mapToObj(row -> table[row]).toArray(double[][]::new);
  }

  @Test
  void infoNceOfNoRowsIsNothing() {
    GradientCheck.assertSame(
        (pass, parameters) -> {
          var table = parameters.trained("a", Shape.of(4, 3), Initializer.uniform(1));
          return pass.tf()
              .math
              .add(
                  Losses.infoNce(
                      pass.tf(), table, table, pass.tf().constant(new float[4]), TEMPERATURE),
                  Losses.sum(pass.tf(), table));
        },
        at -> DoubleStream.of(at.get("a")).sum());
  }

  /** Of three lists the second has a vector that takes no part, the third has no other. */
  @Test
  void infoNceOfListsComparesWithinEachList() {
    int lists = 3;
    int length = 4;
    int size = 3;
    float[][] present = {{1, 1, 1, 1}, {1, 0, 1, 1}, {0, 0, 0, 0}};
    GradientCheck.assertSame(
        (pass, parameters) ->
            Losses.infoNceOfLists(
                pass.tf(),
                parameters.trained("a", Shape.of(lists, length, size), Initializer.uniform(1)),
                parameters.trained("b", Shape.of(lists, length, size), Initializer.uniform(1)),
                pass.tf().constant(present),
                TEMPERATURE),
        at -> {
          double[][] a = matrix(at.get("a"), size);
          double[][] b = matrix(at.get("b"), size);
          int[][] parts = {{0, 1, 2, 3}, {4, 6, 7}};
          double sum = 0;
          for (int[] part : parts) {
            double[][] left = some(a, part);
            double[][] right = some(b, part);
            sum += part.length * (diagonalLoss(left, right) + diagonalLoss(right, left));
          }
          return sum / 7;
        });
  }

  @Test
  void infoNceOfWholeLists() {
    int size = 3;
    GradientCheck.assertSame(
        (pass, parameters) ->
            Losses.infoNceOfLists(
                pass.tf(),
                parameters.trained("a", Shape.of(2, 3, size), Initializer.uniform(1)),
                parameters.trained("b", Shape.of(2, 3, size), Initializer.uniform(1)),
                TEMPERATURE),
        at -> {
          double[][] a = matrix(at.get("a"), size);
          double[][] b = matrix(at.get("b"), size);
          double sum = 0;
          for (int[] list : new int[][] {{0, 1, 2}, {3, 4, 5}}) {
            double[][] left = some(a, list);
            double[][] right = some(b, list);
            sum += diagonalLoss(left, right) + diagonalLoss(right, left);
          }
          return sum / 2;
        });
  }

  /** The share of the right partner is far below what 32 bits can tell from 0. */
  @Test
  void infoNceOfListsDoesNotOverflow() {
    try (Workbench bench = new Workbench(1)) {
      Ops tf = bench.tf();
      Operand<TFloat32> a = tf.constant(new float[][][] {{{200}, {-200}}});
      Operand<TFloat32> b = tf.constant(new float[][][] {{{-200}, {200}}});
      Operand<TFloat32> present = tf.constant(new float[][] {{1, 1}});
      Operand<TFloat32> loss = Losses.infoNceOfLists(tf, a, b, present, 1);
      assertThat(bench.values(loss)).containsExactly(160_000);
      assertThat(bench.values(GradientCheck.gradient(bench, loss, a))).containsExactly(400, -400);
    }
  }

  private static double diagonalLoss(double[][] from, double[][] to) {
    double[][] similarities = product(from, transposed(to));
    double sum = 0;
    for (int i = 0; i < from.length; i++) {
      double[] scaled = DoubleStream.of(similarities[i]).map(s -> s / TEMPERATURE).toArray();
      sum += logSumExp(scaled) - scaled[i];
    }
    return sum / from.length;
  }

  @Test
  void halfOfAllSquares() {
    GradientCheck.assertSame(
        (pass, parameters) ->
            Losses.halfSquares(
                pass.tf(),
                List.of(
                    scores(parameters),
                    parameters.trained("bias", Shape.of(5), Initializer.uniform(1)))),
        at -> {
          DoubleStream all =
              DoubleStream.concat(
                  DoubleStream.of(at.get("scores")), DoubleStream.of(at.get("bias")));
          return all.map(x -> x * x / 2).sum();
        });
  }

  @Test
  void sumOfAllValues() {
    GradientCheck.assertSame(
        (pass, parameters) -> Losses.sum(pass.tf(), scores(parameters)),
        at -> DoubleStream.of(at.get("scores")).sum());
  }

  /** Counts that do not sum to 1, where TensorFlow's own operation is wrong. */
  @Test
  void multinomialLikelihood() {
    double[][] counts = {{2, 0, 1, 0}, {0, 1, 0, 0}, {1, 1, 1, 4}};
    GradientCheck.assertSame(
        (pass, parameters) -> {
          Ops tf = pass.tf();
          SparseMatrix sparse =
              new SparseMatrix(
                  tf,
                  tf.constant(new int[][] {{0, 0}, {0, 2}, {1, 1}, {2, 0}, {2, 1}, {2, 2}, {2, 3}}),
                  tf.constant(new float[] {2, 1, 1, 1, 1, 1, 4}),
                  tf.constant(new long[] {LISTS, LENGTH}));
          return Losses.sum(tf, Losses.multinomial(tf, scores(parameters), sparse));
        },
        at -> {
          double sum = 0;
          double[][] logits = scores(at);
          for (int row = 0; row < LISTS; row++) {
            for (int i = 0; i < LENGTH; i++) {
              sum -= counts[row][i] * (logits[row][i] - logSumExp(logits[row]));
            }
          }
          return sum;
        });
  }

  /** The softmax of the second logit is 0 in 32 bits; what both logits share does not count. */
  @Test
  void multinomialLikelihoodOfWhatSeemsImpossible() {
    try (Workbench bench = new Workbench(1)) {
      Ops tf = bench.tf();
      SparseMatrix second =
          new SparseMatrix(
              tf,
              tf.constant(new int[][] {{0, 1}}),
              tf.constant(new float[] {3}),
              tf.constant(new long[] {1, 2}));
      Operand<TFloat32> logits = tf.constant(new float[][] {{20500.25f, 19500.25f}});
      Operand<TFloat32> loss = Losses.multinomial(tf, logits, second);
      assertThat(bench.values(loss)).containsExactly(3000f);
      assertThat(bench.values(Gradients.of(bench.graph(), loss, List.of(logits)).get(0)))
          .containsExactly(3, -3);
    }
  }
}
