package org.trellisrec.multiobjective;

/** In what unit objectives are put together. */
public enum Normalization {
  /** Every objective runs from 0 at its nadir to 1 at its utopia, so that all weigh the same. */
  BOUNDS,
  /** As {@link #BOUNDS}, with the best and the worst value of the models compared. */
  OBSERVED,
  /** Every objective keeps its own unit. */
  NONE
}
