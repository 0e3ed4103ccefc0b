package org.trellisrec.recommenders.factorization;

import org.trellisrec.data.Interactions;

/**
 * The weights of the pairs of an entity with all entities of the other side that have training
 * interactions.
 *
 * @param known of the other side, true for an entity with training interactions
 * @param pairs how many these are
 * @param objective gives the weights
 */
record PairWeights(boolean[] known, int pairs, WeightedObjective objective) {
  /**
   * The weights of pairs with the entities that are known from these training interactions.
   *
   * @param byOther one row for every entity of the other side
   */
  static PairWeights of(Interactions byOther, WeightedObjective objective) {
    boolean[] known = new boolean[byOther.rows()];
    int pairs = 0;
    for (int other = 0; other < known.length; other++) {
      known[other] = byOther.count(other) > 0;
      pairs += known[other] ? 1 : 0;
    }
    return new PairWeights(known, pairs, objective);
  }

  /** What regularises the vector of an entity with these interactions. */
  double l2(Interactions rows, int row) {
    double sum = pairs;
    for (int p = rows.start(row); p < rows.end(row); p++) {
      if (known[rows.column(p)]) {
        sum += objective.extra(rows.rating(p));
      }
    }
    return objective.l2(sum);
  }
}
