package org.trellisrec.generate;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.trellisrec.data.Modality;

/** Draws noisy views of factors, with some entities left out. */
final class SideDraw {
  private final double noise;
  private final double missing;

  SideDraw(Generated.Params params) {
    this.noise = params.sideNoise();
    this.missing = params.missing();
  }

  /** Labels given by {@code truth}, a share of them replaced by random ones. */
  Modality.Categorical labels(
      List<String> labels, int size, IntUnaryOperator truth, UniformRandomProvider rng) {
    IntPredicate absent = absent(rng);
    IntUnaryOperator code =
        entity ->
            absent.test(entity)
                ? -1
                : isNoise(rng) ? rng.nextInt(labels.size()) : truth.applyAsInt(entity);
    return new Modality.Categorical(labels, IntStream.range(0, size).map(code).toArray());
  }

  /** True for the share of entities that lack a modality; one draw per call. */
  IntPredicate absent(UniformRandomProvider rng) {
    return entity -> rng.nextDouble() < missing;
  }

  boolean isNoise(UniformRandomProvider rng) {
    return rng.nextDouble() < noise;
  }

  /** Standard deviation of vector noise, for vectors of unit length per dimension. */
  double noise() {
    return noise;
  }

  /** A direction of independent standard normal components. */
  static double[] direction(int length, UniformRandomProvider rng) {
    ZigguratSampler.NormalizedGaussian gaussian = ZigguratSampler.NormalizedGaussian.of(rng);
    return gaussian.samples(length).toArray();
  }
}
