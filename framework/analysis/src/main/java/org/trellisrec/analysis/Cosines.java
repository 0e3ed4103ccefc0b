package org.trellisrec.analysis;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * How near the vectors of modalities are to each other: by the angles between them, and by the
 * distance of their centres. All vectors are scaled to length 1 first; one of length 0 has no
 * direction and is left out.
 *
 * @param intra mean over entities of the mean cosine of two modalities of the same entity; NaN if
 *     no entity has two
 * @param inter mean over modalities of the mean cosine of two entities in the same modality; NaN if
 *     no modality has two
 * @param centroidDistance mean over pairs of modalities of the distance of the means of their
 *     vectors, 0 to 2
 * @param zeros number of vectors left out
 */
record Cosines(double intra, double inter, double centroidDistance, int zeros) {

  /** Those of some clouds. */
  static Cosines of(ModalityClouds clouds) {
    double[][][] units = new double[clouds.vectors().length][][];
    int zeros = 0;
    for (int m = 0; m < units.length; m++) {
      float[][] cloud = clouds.vectors()[m];
      units[m] = Arrays.stream(cloud).map(Cosines::unit).toArray(double[][]::new);
      for (int i = 0; i < cloud.length; i++) {
        zeros += cloud[i] != null && units[m][i] == null ? 1 : 0;
      }
    }
    return new Cosines(intra(units), inter(units), centroidDistance(units), zeros);
  }

  private static double[] unit(float[] vector) {
    if (vector == null) {
      return null;
    }
    double[] unit = new double[vector.length];
    Arrays.setAll(unit, k -> vector[k]);
    double norm = Math.sqrt(dot(unit, unit));
    if (norm == 0) {
      return null;
    }
    Arrays.setAll(unit, k -> unit[k] / norm);
    return unit;
  }

  private static double intra(double[][][] units) {
    double sum = 0;
    int entities = 0;
    for (int i = 0; i < units[0].length; i++) {
      double cosines = 0;
      int pairs = 0;
      for (int m = 0; m < units.length; m++) {
        for (int other = 0; other < m; other++) {
          if (units[m][i] != null && units[other][i] != null) {
            cosines += dot(units[m][i], units[other][i]);
            pairs++;
          }
        }
      }
      if (pairs > 0) {
        sum += cosines / pairs;
        entities++;
      }
    }
    return sum / entities;
  }

  /** Of n unit vectors the sum of all products of two different ones is |sum|^2 - n. */
  private static double inter(double[][][] units) {
    return Arrays.stream(units)
        .filter(cloud -> size(cloud) > 1)
        .mapToDouble(
            cloud -> {
              double n = size(cloud);
              double[] sum = sum(cloud);
              return (dot(sum, sum) - n) / (n * (n - 1));
            })
        .average()
        .orElse(Double.NaN);
  }

  private static double centroidDistance(double[][][] units) {
    double[][] centres =
        Arrays.stream(units)
            .filter(cloud -> size(cloud) > 0)
            .map(
                cloud -> {
                  double n = size(cloud);
                  return Arrays.stream(sum(cloud)).map(x -> x / n).toArray();
                })
            .toArray(double[][]::new);
    double distances = 0;
    for (int m = 0; m < centres.length; m++) {
      for (int other = 0; other < m; other++) {
        double square = 0;
        for (int k = 0; k < centres[m].length; k++) {
          double difference = centres[m][k] - centres[other][k];
          square += difference * difference;
        }
        distances += Math.sqrt(square);
      }
    }
    return distances / (centres.length * (centres.length - 1) / 2.0);
  }

  private static long size(double[][] cloud) {
    return Stream.of(cloud).filter(Objects::nonNull).count();
  }

  private static double[] sum(double[][] cloud) {
    double[] sum = null;
    for (double[] unit : cloud) {
      if (unit != null) {
        sum = sum == null ? new double[unit.length] : sum;
        for (int k = 0; k < unit.length; k++) {
          sum[k] += unit[k];
        }
      }
    }
    return sum;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int k = 0; k < a.length; k++) {
      sum += a[k] * b[k];
    }
    return sum;
  }
}
