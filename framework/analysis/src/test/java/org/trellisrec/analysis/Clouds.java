package org.trellisrec.analysis;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.trellisrec.spi.FinishedRun;
import org.trellisrec.spi.Seed;

/** Clouds of points that tests know the shape of. */
final class Clouds {
  private Clouds() {}

  /**
   * Normal clouds of three modalities, the centre of each so far from the origin on its own axis.
   */
  static Map<String, float[][]> normal(int entities, int length, double distance) {
    UniformRandomProvider random = new Seed(11).rng();
    ZigguratSampler.NormalizedGaussian gaussian = ZigguratSampler.NormalizedGaussian.of(random);
    Map<String, float[][]> clouds = new LinkedHashMap<>();
    for (int m = 0; m < 3; m++) {
      float[][] cloud = new float[entities][length];
      for (float[] point : cloud) {
        for (int k = 0; k < length; k++) {
          point[k] = (float) (gaussian.sample() + (k == m ? distance : 0));
        }
      }
      clouds.put("m" + m, cloud);
    }
    return clouds;
  }

  static ModalityClouds of(Map<String, float[][]> byModality) {
    return ModalityClouds.of(FakeRun.side(new FinishedRun.Unit("A", "warm", "0", 1), byModality));
  }
}
