package org.trellisrec.tuning;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.trellisrec.config.search.Domain;

/** An estimate of how the positions of one parameter are distributed, made from some of them. */
interface Estimate {
  /** A position in [0, 1). */
  double draw(UniformRandomProvider random);

  /** The probability of a cell, or the density at it if it is a single position; above 0. */
  double at(Domain.Cell cell);

  /** The estimate that suits the domain, made from these positions and the domain's prior. */
  static Estimate of(Domain domain, List<Double> positions) {
    return domain instanceof Domain.Grid grid
        ? new Frequencies(positions, grid.values().size())
        : Parzen.of(positions);
  }
}
