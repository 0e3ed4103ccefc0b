package org.trellisrec.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Points of the plane that stand for vectors. */
class PlaneTest {
  private static final Offset<Double> EXACT = within(1e-9);

  @Test
  void principalComponentsByHand() {
    // Along (1, 1) the points lie at -2, 0 and 2 times sqrt(2), and nowhere else but one.
    double[][] points = {{1, 1}, {3, 3}, {5, 5}, {4, 2}, {2, 4}};
    double[][] projected = Pca.project(points);
    double root = Math.sqrt(2);
    double[] first = {-2 * root, 0, 2 * root, 0, 0};
    double[] second = {0, 0, 0, root, -root};
    for (int i = 0; i < points.length; i++) {
      assertThat(projected[i][0]).isEqualTo(first[i], EXACT);
      assertThat(Math.abs(projected[i][1])).isEqualTo(Math.abs(second[i]), EXACT);
    }
    assertThat(projected[3][1]).isEqualTo(-projected[4][1], EXACT);
  }

  @Test
  void oneDimensionHasNoSecondComponent() {
    assertThat(Pca.project(new double[][] {{1}, {4}}))
        .isDeepEqualTo(new double[][] {{-1.5, 0}, {1.5, 0}});
  }

  private static double[][] twoClusters(int each) {
    float[][] cloud = Clouds.normal(2 * each, 10, 0).get("m0");
    double[][] points = new double[2 * each][10];
    for (int i = 0; i < points.length; i++) {
      for (int k = 0; k < 10; k++) {
        points[i][k] = cloud[i][k] + (i < each ? 0 : 6);
      }
    }
    return points;
  }

  private static double distance(double[] a, double[] b) {
    return Math.hypot(a[0] - b[0], a[1] - b[1]);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-6, 1, 1e6})
  void clustersStayApartWhateverTheScale(double scale) {
    int each = 40;
    double[][] vectors = twoClusters(each);
    for (double[] vector : vectors) {
      Arrays.setAll(vector, k -> scale * vector[k]);
    }
    double[][] plane = new Tsne(15, 500).embed(vectors);
    for (int i = 0; i < plane.length; i++) {
      double[] from = plane[i];
      int own = i / each;
      double farthestOfOwn = 0;
      double nearestOfOther = Double.POSITIVE_INFINITY;
      for (int j = 0; j < plane.length; j++) {
        double distance = distance(from, plane[j]);
        if (j / each == own) {
          farthestOfOwn = Math.max(farthestOfOwn, distance);
        } else {
          nearestOfOther = Math.min(nearestOfOther, distance);
        }
      }
      assertThat(nearestOfOther).isGreaterThan(farthestOfOwn);
    }
  }

  /**
   * Of the ten nearest vectors most are among the ten nearest points; by chance it would be 1.3.
   */
  @Test
  void neighboursStayNeighbours() {
    double[][] vectors = twoClusters(40);
    double[][] plane = new Tsne(10, 500).embed(vectors);
    double kept = 0;
    for (int i = 0; i < plane.length; i++) {
      List<Integer> before = nearest(vectors, i);
      List<Integer> after = nearest(plane, i);
      kept += before.stream().filter(after::contains).count();
    }
    assertThat(kept / plane.length).isGreaterThan(4);
  }

  private static List<Integer> nearest(double[][] points, int from) {
    Integer[] others = new Integer[points.length];
    Arrays.setAll(others, i -> i);
    Arrays.sort(others, (a, b) -> Double.compare(square(points, from, a), square(points, from, b)));
    return List.of(others).subList(1, 11);
  }

  private static double square(double[][] points, int a, int b) {
    double sum = 0;
    for (int k = 0; k < points[a].length; k++) {
      sum += (points[a][k] - points[b][k]) * (points[a][k] - points[b][k]);
    }
    return sum;
  }

  @Test
  void pointsThatCoincideAreNoTrouble() {
    double[][] same = new double[12][3];
    for (double[] point : new Tsne(3, 50).embed(same)) {
      assertThat(point).containsExactly(0, 0);
    }
  }

  @Test
  void theSameVectorsGiveTheSameBits() {
    double[][] once = new Tsne(10, 100).embed(twoClusters(30));
    assertThat(new Tsne(10, 100).embed(twoClusters(30))).isDeepEqualTo(once);
  }
}
