package org.trellisrec.tensorflow;

import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;

/** Matrices as arrays of rows in double precision, for twins of what a graph computes. */
public final class Doubles {
  private Doubles() {}

  /** The same values. */
  public static double[] of(float[] values) {
    double[] copy = new double[values.length];
    for (int i = 0; i < copy.length; i++) {
      copy[i] = values[i];
    }
    return copy;
  }

  /** The matrix of these values, last dimension fastest. */
  public static double[][] matrix(double[] values, int columns) {
    double[][] rows = new double[values.length / columns][columns];
    for (int i = 0; i < values.length; i++) {
      rows[i / columns][i % columns] = values[i];
    }
    return rows;
  }

  /** The product of two matrices. */
  public static double[][] product(double[][] a, double[][] b) {
    double[][] c = new double[a.length][b[0].length];
    for (int i = 0; i < a.length; i++) {
      for (int k = 0; k < b.length; k++) {
        for (int j = 0; j < b[0].length; j++) {
          c[i][j] += a[i][k] * b[k][j];
        }
      }
    }
    return c;
  }

  /** Rows become columns. */
  public static double[][] transposed(double[][] a) {
    double[][] t = new double[a[0].length][a.length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a[0].length; j++) {
        t[j][i] = a[i][j];
      }
    }
    return t;
  }

  /** A function of every value. */
  public static double[][] each(double[][] a, DoubleUnaryOperator f) {
    double[][] b = new double[a.length][];
    for (int i = 0; i < a.length; i++) {
      b[i] = DoubleStream.of(a[i]).map(f).toArray();
    }
    return b;
  }

  /** A row added to every row. */
  public static double[][] plusRow(double[][] a, double[] row) {
    double[][] b = new double[a.length][row.length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < row.length; j++) {
        b[i][j] = a[i][j] + row[j];
      }
    }
    return b;
  }

  /** Products of values in the same place. */
  public static double[][] times(double[][] a, double[][] b) {
    double[][] c = new double[a.length][a[0].length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a[0].length; j++) {
        c[i][j] = a[i][j] * b[i][j];
      }
    }
    return c;
  }

  /** The sum of all values. */
  public static double sum(double[][] a) {
    double sum = 0;
    for (double[] row : a) {
      sum += DoubleStream.of(row).sum();
    }
    return sum;
  }

  /** The sum of all values, each times a different number, so that no two play the same part. */
  public static double mixed(double[][] a) {
    double sum = 0;
    int n = 0;
    for (double[] row : a) {
      for (double value : row) {
        sum += Math.cos(n++) * value;
      }
    }
    return sum;
  }

  /** The logarithm of the sum of the exponentials. */
  public static double logSumExp(double... values) {
    double most = DoubleStream.of(values).max().orElseThrow();
    return most + Math.log(DoubleStream.of(values).map(v -> Math.exp(v - most)).sum());
  }

  /** ln(1 + exp(x)). */
  public static double softplus(double x) {
    return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
  }
}
