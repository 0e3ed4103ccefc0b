package org.trellisrec.generate;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.AliasMethodDiscreteSampler;
import org.apache.commons.rng.sampling.distribution.DiscreteSampler;
import org.apache.commons.rng.sampling.distribution.SharedStateDiscreteSampler;
import org.trellisrec.spi.Seed;

/**
 * Alias tables (Walker, Electronics Letters 1974, DOI 10.1049/el:19740097) of the items within each
 * factor, and at the end of the items by popularity alone.
 */
final class ItemTables {
  private final SharedStateDiscreteSampler[] tables;

  ItemTables(Generated.Params params, PlantedFactors factors) {
    UniformRandomProvider unused = new Seed(0).rng();
    tables = new SharedStateDiscreteSampler[factors.count() + 1];
    double[] weights = new double[params.items()];
    for (int table = 0; table < tables.length; table++) {
      for (int item = 0; item < weights.length; item++) {
        weights[item] =
            table < factors.count() ? factors.weight(item, table) : factors.popularity(item);
      }
      tables[table] = AliasMethodDiscreteSampler.of(unused, weights);
    }
  }

  /** One sampler per factor, and one for popularity, all fed by {@code rng}. */
  DiscreteSampler[] with(UniformRandomProvider rng) {
    DiscreteSampler[] samplers = new DiscreteSampler[tables.length];
    for (int table = 0; table < tables.length; table++) {
      samplers[table] = tables[table].withUniformRandomProvider(rng);
    }
    return samplers;
  }
}
