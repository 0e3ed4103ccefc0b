package org.trellisrec.tuning;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.rng.UniformRandomProvider;
import org.trellisrec.config.search.Domain;

/**
 * A Parzen estimator on the unit interval as Bergstra et al. (NIPS 2011) have it: the mean of
 * normal densities, one around each position and a wide one, the prior, around the middle, each cut
 * off at the ends of the interval. The deviation of one is its distance to the farther of its two
 * neighbours, within bounds.
 */
final class Parzen implements Estimate {
  private static final double MIDDLE = 0.5;
  private static final double WIDEST = 1;
  private static final int FINEST = 100;
  private static final double LAST = Math.nextDown(1.0);

  private final List<Kernel> kernels;

  /** A normal distribution, cut off at the ends of the unit interval. */
  private record Kernel(NormalDistribution normal, double below, double inside) {
    static Kernel of(double mean, double deviation) {
      NormalDistribution normal = new NormalDistribution(null, mean, deviation);
      double below = normal.cumulativeProbability(0);
      return new Kernel(normal, below, normal.cumulativeProbability(1) - below);
    }

    double draw(UniformRandomProvider random) {
      double share = below + random.nextDouble() * inside;
      return Math.min(LAST, Math.max(0, normal.inverseCumulativeProbability(share)));
    }

    double at(Domain.Cell cell) {
      double value =
          cell.isPoint()
              ? normal.density(cell.from())
              : normal.cumulativeProbability(cell.to()) - normal.cumulativeProbability(cell.from());
      return value / inside;
    }
  }

  private Parzen(List<Kernel> kernels) {
    this.kernels = kernels;
  }

  /** The estimate from these positions, each in [0, 1). */
  static Parzen of(List<Double> positions) {
    List<Double> means = new ArrayList<>(positions);
    means.add(MIDDLE);
    Collections.sort(means);
    int prior = means.indexOf(MIDDLE);
    double narrowest = WIDEST / Math.min(FINEST, means.size() + 1);
    List<Kernel> kernels = new ArrayList<>();
    for (int i = 0; i < means.size(); i++) {
      double left = i == 0 ? 0 : means.get(i) - means.get(i - 1);
      double right = i == means.size() - 1 ? 0 : means.get(i + 1) - means.get(i);
      double deviation =
          i == prior ? WIDEST : Math.min(WIDEST, Math.max(narrowest, Math.max(left, right)));
      kernels.add(Kernel.of(means.get(i), deviation));
    }
    return new Parzen(kernels);
  }

  @Override
  public double draw(UniformRandomProvider random) {
    return kernels.get(random.nextInt(kernels.size())).draw(random);
  }

  @Override
  public double at(Domain.Cell cell) {
    return kernels.stream().mapToDouble(kernel -> kernel.at(cell)).average().orElseThrow();
  }
}
