package org.trellisrec.analysis;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.RealVector;

/**
 * Principal component analysis: the coordinates of points along the two directions in which they
 * vary most. The sign of a direction is such that its largest component is positive.
 */
final class Pca {
  private static final int DIMENSIONS = 2;

  private Pca() {}

  /**
   * Projects points.
   *
   * @param points n x d, finite, n at least 1
   * @return n x 2; the second coordinate is 0 if d is 1
   */
  static double[][] project(double[][] points) {
    double[][] centred = centred(points);
    int length = points[0].length;
    EigenDecomposition eigen = new EigenDecomposition(covariance(centred));
    double[][] projected = new double[points.length][DIMENSIONS];
    for (int axis = 0; axis < Math.min(DIMENSIONS, length); axis++) {
      RealVector direction = eigen.getEigenvector(axis);
      int largest = 0;
      for (int k = 1; k < length; k++) {
        boolean larger = Math.abs(direction.getEntry(k)) > Math.abs(direction.getEntry(largest));
        largest = larger ? k : largest;
      }
      double sign = Math.signum(direction.getEntry(largest));
      for (int i = 0; i < points.length; i++) {
        double sum = 0;
        for (int k = 0; k < length; k++) {
          sum += centred[i][k] * direction.getEntry(k);
        }
        projected[i][axis] = sign * sum;
      }
    }
    return projected;
  }

  private static double[][] centred(double[][] points) {
    int length = points[0].length;
    double[] mean = new double[length];
    for (double[] point : points) {
      for (int k = 0; k < length; k++) {
        mean[k] += point[k] / points.length;
      }
    }
    double[][] centred = new double[points.length][length];
    for (int i = 0; i < points.length; i++) {
      for (int k = 0; k < length; k++) {
        centred[i][k] = points[i][k] - mean[k];
      }
    }
    return centred;
  }

  private static Array2DRowRealMatrix covariance(double[][] centred) {
    int length = centred[0].length;
    double[][] sums = new double[length][length];
    for (double[] point : centred) {
      for (int a = 0; a < length; a++) {
        double factor = point[a] / centred.length;
        for (int b = 0; b <= a; b++) {
          sums[a][b] += factor * point[b];
        }
      }
    }
    for (int a = 0; a < length; a++) {
      for (int b = 0; b < a; b++) {
        sums[b][a] = sums[a][b];
      }
    }
    return new Array2DRowRealMatrix(sums, false);
  }
}
