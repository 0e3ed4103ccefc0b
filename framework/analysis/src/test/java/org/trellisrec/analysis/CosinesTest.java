package org.trellisrec.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class CosinesTest {
  private static final Offset<Double> EXACT = within(1e-12);

  /** Item 0 points east in both, item 1 north and north-east, item 2 has the second alone. */
  private static Map<String, float[][]> byHand() {
    Map<String, float[][]> clouds = new LinkedHashMap<>();
    clouds.put("a", new float[][] {{2, 0}, {0, 3}, null});
    clouds.put("b", new float[][] {{1, 0}, {4, 4}, {0, -1}});
    return clouds;
  }

  @Test
  void cosinesAreThoseOfThePaper() {
    Cosines cosines = Cosines.of(Clouds.of(byHand()));
    double half = Math.sqrt(0.5);
    assertThat(cosines.intra()).isEqualTo((1 + half) / 2, EXACT);
    // a: cos(east, north) = 0; b: cos(east, NE), cos(east, south), cos(NE, south).
    assertThat(cosines.inter()).isEqualTo((0 + (half + 0 - half) / 3) / 2, EXACT);
    // Centres (1/2, 1/2) and ((1 + half) / 3, (half - 1) / 3).
    double dx = 0.5 - (1 + half) / 3;
    double dy = 0.5 - (half - 1) / 3;
    assertThat(cosines.centroidDistance()).isEqualTo(Math.hypot(dx, dy), EXACT);
    assertThat(cosines.zeros()).isZero();
  }

  @Test
  void theIdentityAgreesWithAllPairs() {
    Map<String, float[][]> clouds = Clouds.normal(40, 5, 1);
    double sum = 0;
    for (float[][] cloud : clouds.values()) {
      double ofCloud = 0;
      for (int i = 0; i < cloud.length; i++) {
        for (int j = 0; j < i; j++) {
          ofCloud += cosine(cloud[i], cloud[j]);
        }
      }
      sum += ofCloud / (40 * 39 / 2.0);
    }
    assertThat(Cosines.of(Clouds.of(clouds)).inter()).isEqualTo(sum / 3, EXACT);
  }

  private static double cosine(float[] a, float[] b) {
    double ab = 0;
    double aa = 0;
    double bb = 0;
    for (int k = 0; k < a.length; k++) {
      ab += (double) a[k] * b[k];
      aa += (double) a[k] * a[k];
      bb += (double) b[k] * b[k];
    }
    return ab / Math.sqrt(aa * bb);
  }

  @Test
  void aCollapsedSpaceScoresOneOnBoth() {
    Map<String, float[][]> clouds = new LinkedHashMap<>();
    clouds.put("a", new float[][] {{1, 1}, {2, 2}, {3, 3}});
    clouds.put("b", new float[][] {{5, 5}, {6, 6}, {7, 7}});
    Cosines cosines = Cosines.of(Clouds.of(clouds));
    assertThat(cosines.intra()).isEqualTo(1, EXACT);
    assertThat(cosines.inter()).isEqualTo(1, EXACT);
    assertThat(cosines.centroidDistance()).isEqualTo(0, EXACT);
  }

  @Test
  void vectorsWithoutDirectionAreLeftOutAndCounted() {
    Map<String, float[][]> clouds = byHand();
    clouds.get("b")[1] = new float[] {0, 0};
    Cosines cosines = Cosines.of(Clouds.of(clouds));
    assertThat(cosines.zeros()).isEqualTo(1);
    assertThat(cosines.intra()).isEqualTo(1, EXACT);
    assertThat(cosines.inter()).isEqualTo(0, EXACT);
  }

  @Test
  void whatNoEntityHasIsUndefined() {
    Map<String, float[][]> clouds = new LinkedHashMap<>();
    clouds.put("a", new float[][] {{1, 1}, null});
    clouds.put("b", new float[][] {null, {5, 5}});
    Cosines cosines = Cosines.of(Clouds.of(clouds));
    assertThat(cosines.intra()).isNaN();
    assertThat(cosines.inter()).isNaN();
  }
}
