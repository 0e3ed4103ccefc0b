package org.trellisrec.recommenders.neighbors;

import java.util.EnumSet;
import java.util.Set;
import org.trellisrec.data.EnumWord;

/**
 * How two profiles are compared. A profile is the row of an entity: the ratings an item received,
 * or those a user gave. Below, {@code x·y} is the dot product of two profiles, {@code |x|} a norm,
 * and {@code h} the shrink term.
 *
 * <p>A distance d counts as the similarity {@code 1 / (1 + d + h)}, for profiles that share an
 * entry ({@link #CHEBYSHEV}: for all); n is the number of terms, X and Y are the sets of entries,
 * and an entry that is missing is 0. They are those of scipy's {@code pdist}. Of Elliot's, three
 * are left out: {@code haversine} compares points on a sphere, {@code mahalanobis} needs the
 * inverse of a covariance matrix that is singular where there are fewer profiles than terms, and
 * {@code chi2}, being a similarity there, would choose the profiles that differ most.
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
  /** {@code x·y}. */
  DOT,
  /** Distance {@code |x - y|}. */
  EUCLIDEAN,
  /** Another name of {@link #EUCLIDEAN}. */
  L2,
  /** Another name of {@link #EUCLIDEAN}: the Minkowski distance of order 2. */
  MINKOWSKI,
  /** Distance {@code |x - y|^2}. */
  SQEUCLIDEAN,
  /** {@link #EUCLIDEAN} after every term is divided by its standard deviation over all profiles. */
  SEUCLIDEAN,
  /** Distance {@code sum |x_t - y_t|}. */
  MANHATTAN,
  /** Another name of {@link #MANHATTAN}. */
  CITYBLOCK,
  /** Another name of {@link #MANHATTAN}. */
  L1,
  /** Distance {@code max |x_t - y_t|}. */
  CHEBYSHEV,
  /** Distance {@code sum |x_t - y_t| / (|x_t| + |y_t|)} (Lance and Williams 1966). */
  CANBERRA,
  /** Distance {@code sum |x_t - y_t| / sum (x_t + y_t)}; ratings must not be negative. */
  BRAYCURTIS,
  /** Distance: share of the terms with {@code x_t != y_t}. */
  HAMMING,
  /** Distance: 1 less the correlation over all n terms, missing entries being 0. */
  CORRELATION,
  /** Of sets: distance {@code (u - i + n) / (u + n)}, i = |X ∩ Y|, u = |X △ Y|. */
  KULSINSKI,
  /** Of sets: distance {@code 2u / (n + u)}, u = |X △ Y|. */
  ROGERSTANIMOTO,
  /** Of sets: distance {@code (n - i) / n}, i = |X ∩ Y|. */
  RUSSELLRAO,
  /** Another name of {@link #ROGERSTANIMOTO}. */
  SOKALMICHENER,
  /** Of sets: distance {@code 2u / (i + 2u)}, i = |X ∩ Y|, u = |X △ Y|. */
  SOKALSNEATH,
  /** Of sets: distance {@code 2d / (c + d)}, d = |X \ Y| |Y \ X|, c = |X ∩ Y| |neither|. */
  YULE;

  private static final Set<Similarity> OF_SETS = EnumSet.of(JACCARD, TANIMOTO, DICE, TVERSKY);
  private static final Set<Similarity> DISTANCES = EnumSet.range(EUCLIDEAN, YULE);
  private static final Set<Similarity> SET_DISTANCES = EnumSet.range(KULSINSKI, YULE);

  /** True if only the presence of an entry counts, not its rating. */
  public boolean comparesSets() {
    return OF_SETS.contains(this) || SET_DISTANCES.contains(this);
  }

  /** True if ratings are taken relative to a mean. */
  public boolean centres() {
    return this == ADJUSTED || this == PEARSON;
  }

  /** True if entries are divided by a standard deviation. */
  public boolean standardizes() {
    return this == SEUCLIDEAN || this == CORRELATION;
  }

  /** True if it is 1 / (1 + d + h) of a distance d. */
  public boolean isDistance() {
    return DISTANCES.contains(this);
  }

  /** The name in configurations. */
  String word() {
    return EnumWord.of(this);
  }
}
