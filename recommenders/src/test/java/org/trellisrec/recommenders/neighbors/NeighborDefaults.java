package org.trellisrec.recommenders.neighbors;

/** Parameters that tests of neighbourhoods change few of. */
public final class NeighborDefaults {
  private NeighborDefaults() {}

  /** The defaults with this many neighbours, another similarity, implementation and shrinkage. */
  public static NeighborParams with(
      int neighbors, Similarity similarity, Implementation implementation, double shrink) {
    return new NeighborParams(
        neighbors, similarity, implementation, shrink, true, 0.5, 1, 1, RowWeights.NONE, false);
  }
}
