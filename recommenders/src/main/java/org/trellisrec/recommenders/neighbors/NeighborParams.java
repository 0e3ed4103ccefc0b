package org.trellisrec.recommenders.neighbors;

import org.trellisrec.spi.InputException;
import org.trellisrec.spi.Param;

/**
 * What can be configured in {@link ItemKnn} and {@link UserKnn}.
 *
 * @param neighbors k, the size of a neighbourhood
 * @param similarity how profiles are compared
 * @param implementation whose details are followed
 * @param shrink added to the denominator of the similarity
 * @param normalize false to compare by the plain dot product
 * @param asymmetricAlpha the exponent of {@link Similarity#ASYMMETRIC}
 * @param tverskyAlpha a of {@link Similarity#TVERSKY}
 * @param tverskyBeta b of {@link Similarity#TVERSKY}
 * @param rowWeights how entries are weighted before profiles are compared
 * @param binarize true to take every rating as 1
 */
public record NeighborParams(
    @Param(
            description = "Size of a neighbourhood.",
            byDefault = "40",
            min = 1,
            aliases = {"neighbours", "neighborhood", "k"})
        int neighbors,
    @Param(
            description =
                "How profiles are compared. Elliot's chi2, haversine and mahalanobis are left out:"
                    + " the first would choose the profiles that differ most, the others do not fit"
                    + " sparse profiles.",
            byDefault = "cosine")
        Similarity similarity,
    @Param(
            description = "Whose details are followed: the textbook's, or one of Elliot's two.",
            byDefault = "textbook")
        Implementation implementation,
    @Param(
            description =
                "Added to the denominator of the similarity, which damps pairs that share little.",
            byDefault = "0",
            min = 0)
        double shrink,
    @Param(
            description = "False to compare by the dot product, without dividing by norms.",
            byDefault = "true")
        boolean normalize,
    @Param(
            description = "Asymmetric: weight of the norm of the entity that seeks neighbours.",
            byDefault = "0.5",
            min = 0,
            max = 1)
        double asymmetricAlpha,
    @Param(
            description = "Tversky: weight of what only the seeking entity has.",
            byDefault = "1",
            min = 0)
        double tverskyAlpha,
    @Param(
            description = "Tversky: weight of what only the candidate neighbour has.",
            byDefault = "1",
            min = 0)
        double tverskyBeta,
    @Param(
            description = "How entries are weighted before profiles are compared.",
            byDefault = "none",
            aliases = {"feature_weighting"})
        RowWeights rowWeights,
    @Param(
            description = "True to take every rating as 1.",
            byDefault = "false",
            aliases = {"implicit"})
        boolean binarize) {

  /** Refuses parameters that would have no effect together. */
  public NeighborParams {
    if (implementation == Implementation.STANDARD) {
      requireStandard(similarity, shrink, normalize, rowWeights);
    }
    boolean ofElliotOnly = similarity.isDistance() && similarity != Similarity.EUCLIDEAN;
    if (implementation == Implementation.AIOLLI && ofElliotOnly) {
      throw new InputException(
          "implementation 'aiolli' has no similarity '%s'; set implementation: standard or textbook,"
              + " or another similarity",
          similarity.word());
    }
    boolean plainDot = similarity == Similarity.DOT || !normalize;
    if (plainDot && shrink > 0) {
      throw new InputException(
          "shrink is %s, but it is added to the denominator of a similarity, and the dot product"
              + " has none; set normalize: true with another similarity, or shrink: 0",
          shrink);
    }
    if (!normalize && (similarity.comparesSets() || similarity.isDistance())) {
      throw new InputException(
          "normalize: false has no meaning for similarity '%s'; leave it out, or use cosine,"
              + " adjusted, asymmetric, pearson or dot",
          similarity.word());
    }
    boolean unweighted =
        similarity.comparesSets() || similarity.centres() || similarity.standardizes();
    if (unweighted && rowWeights != RowWeights.NONE) {
      throw new InputException(
          "row_weights weighs entries, but similarity '%s' compares %s; leave row_weights out, or"
              + " use cosine, asymmetric, euclidean or dot",
          similarity.word(), similarity.comparesSets() ? "sets" : "deviations from a mean");
    }
  }

  /** For a search by the textbook, with nothing out of the ordinary. */
  static NeighborParams textbook(int neighbors, Similarity similarity, double shrink) {
    return new NeighborParams(
        neighbors,
        similarity,
        Implementation.TEXTBOOK,
        shrink,
        true,
        0.5,
        1,
        1,
        RowWeights.NONE,
        false);
  }

  private static void requireStandard(
      Similarity similarity, double shrink, boolean normalize, RowWeights rowWeights) {
    switch (similarity) {
      case ADJUSTED, ASYMMETRIC, PEARSON, TVERSKY ->
          throw new InputException(
              "implementation 'standard' has no similarity '%s'; set implementation: textbook or"
                  + " aiolli, or another similarity",
              similarity.word());
      default -> {
        if (shrink > 0 || !normalize || rowWeights != RowWeights.NONE) {
          throw new InputException(
              "shrink, normalize and row_weights have no effect under implementation 'standard';"
                  + " leave them out, or set implementation: textbook or aiolli");
        }
      }
    }
  }
}
