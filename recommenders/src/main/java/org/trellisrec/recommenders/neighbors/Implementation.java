package org.trellisrec.recommenders.neighbors;

/** Whose details are followed where published definitions of neighbourhood models differ. */
public enum Implementation {
  /** An entity's neighbours are the k others most similar to it. */
  TEXTBOOK,
  /**
   * Elliot's {@code standard}: an entity is one of its own k neighbours; distances d become 1 / (1
   * + d) and count for pairs that share nothing too; a user is served by those users who have him
   * among <i>their</i> neighbours.
   */
  STANDARD,
  /**
   * Elliot's {@code aiolli}: 1e-6 is added to every denominator; Dice lacks its factor 2; a user is
   * served by those users who have him among <i>their</i> neighbours.
   */
  AIOLLI;

  /** True if an entity counts among its own neighbours. */
  boolean includesSelf() {
    return this == STANDARD;
  }

  /** True if users are served by those who chose them as neighbours. */
  boolean reverses() {
    return this != TEXTBOOK;
  }
}
