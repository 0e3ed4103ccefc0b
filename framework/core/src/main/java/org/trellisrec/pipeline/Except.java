package org.trellisrec.pipeline;

import org.trellisrec.data.Interactions;

/** The entries of one matrix whose pair does not occur in another. */
record Except(Interactions of, Interactions without) {

  Interactions interactions() {
    if (of == without) {
      return Interactions.empty(of.rows(), of.columns());
    }
    int[] rowOf = of.rowOfPositions();
    return of.filter(p -> !without.contains(rowOf[p], of.column(p)));
  }
}
