package org.trellisrec.recommenders.neighbors;

/**
 * How two profiles are compared. A profile is the row of an entity: the ratings an item received,
 * or those a user gave. Below, {@code x·y} is the dot product of two profiles, {@code |x|} a norm,
 * and {@code h} the shrink term.
 */
public enum Similarity {
  /** {@code x·y / (|x| |y| + h)}. */
  COSINE,
  /**
   * Cosine of ratings less the mean of the other side: for items, less the mean of the user who
   * gave the rating (Sarwar et al., WWW 2001, doi:10.1145/371920.372071).
   */
  ADJUSTED,
  /**
   * {@code x·y / (|x|^(2a) |y|^(2-2a) + h)}, x being the entity whose neighbours are sought
   * (Aiolli, RecSys 2013, doi:10.1145/2507157.2507189).
   */
  ASYMMETRIC,
  /** Cosine of ratings less the mean of the profile they belong to. */
  PEARSON,
  /** Of the sets of entries: {@code |X ∩ Y| / (|X ∪ Y| + h)}. */
  JACCARD,
  /** Another name of {@link #JACCARD}. */
  TANIMOTO,
  /** Of the sets of entries: {@code |X ∩ Y| / ((|X| + |Y|) / 2 + h)}. */
  DICE,
  /**
   * Of the sets of entries: {@code |X ∩ Y| / (|X ∩ Y| + a |X \ Y| + b |Y \ X| + h)} (Tversky,
   * Psychological Review 1977, doi:10.1037/0033-295X.84.4.327).
   */
  TVERSKY,
  /** {@code 1 / (1 + |x - y| + h)}, for profiles that share an entry. */
  EUCLIDEAN,
  /** {@code x·y}. */
  DOT;

  /** True if only the presence of an entry counts, not its rating. */
  public boolean comparesSets() {
    return this == JACCARD || this == TANIMOTO || this == DICE || this == TVERSKY;
  }

  /** True if ratings are taken relative to a mean. */
  public boolean centres() {
    return this == ADJUSTED || this == PEARSON;
  }
}
