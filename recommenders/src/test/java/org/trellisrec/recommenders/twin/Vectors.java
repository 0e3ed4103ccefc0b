package org.trellisrec.recommenders.twin;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/** Linear algebra on arrays, as it is written down. */
public final class Vectors {
  private Vectors() {}

  /** The dot product. */
  public static double dot(double[] a, double[] b) {
    return IntStream.range(0, a.length).mapToDouble(k -> a[k] * b[k]).sum();
  }

  /** The cosine of the angle; 0 if a vector is 0. */
  public static double cosine(double[] a, double[] b) {
    double lengths = Math.sqrt(dot(a, a) * dot(b, b));
    return lengths == 0 ? 0 : dot(a, b) / lengths;
  }

  /** {@code a + factor * b}. */
  public static double[] plus(double[] a, double factor, double[] b) {
    return IntStream.range(0, a.length).mapToDouble(k -> a[k] + factor * b[k]).toArray();
  }

  /** A function of every entry. */
  public static double[] map(double[] a, DoubleUnaryOperator function) {
    return Arrays.stream(a).map(function).toArray();
  }

  /** {@code x W + b}. */
  public static double[] dense(double[] x, double[][] weights, double[] bias) {
    double[] y = bias.clone();
    for (int input = 0; input < x.length; input++) {
      y = plus(y, x[input], weights[input]);
    }
    return y;
  }

  /** {@code factor * a}. */
  public static double[] times(double factor, double[] a) {
    return map(a, x -> factor * x);
  }

  /** {@code ln(sum of exp(x))}. */
  public static double logSum(double[] a) {
    double greatest = Arrays.stream(a).max().orElseThrow();
    return greatest + Math.log(Arrays.stream(a).map(x -> Math.exp(x - greatest)).sum());
  }

  /** {@code ln(1 + exp(x))}. */
  public static double softplus(double x) {
    return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
  }

  /** {@code max(x, 0)}. */
  public static double relu(double x) {
    return Math.max(x, 0);
  }

  /** The dot product of every row of one table with every row of the other. */
  public static double[][] dots(double[][] users, double[][] items) {
    return Arrays.stream(users)
        .map(user -> Arrays.stream(items).mapToDouble(item -> dot(user, item)).toArray())
        .toArray(double[][]::new);
  }
}
