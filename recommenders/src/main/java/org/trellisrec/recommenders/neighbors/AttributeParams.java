package org.trellisrec.recommenders.neighbors;

import java.util.List;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.Param;

/**
 * What can be configured in {@link AttributeItemKnn} and {@link AttributeUserKnn}.
 *
 * @param neighbors k, the size of a neighbourhood
 * @param modalities names of the side information that is compared; empty for all labels and
 *     vectors
 * @param similarity how entities are compared
 * @param profile how labels are weighted
 * @param shrink added to the denominator of the similarity
 * @param binarize true to take every rating as 1
 */
public record AttributeParams(
    @Param(
            description = "Size of a neighbourhood.",
            byDefault = "40",
            min = 1,
            aliases = {"neighbours", "neighborhood", "k"})
        int neighbors,
    @Param(
            description =
                "Side information to compare; an empty list is all labels and vectors there are.",
            byDefault = "[]")
        List<String> modalities,
    @Param(
            description = "How entities are compared; jaccard and dice compare sets of labels.",
            byDefault = "cosine")
        Comparison similarity,
    @Param(
            description =
                "How labels are weighted: all the same, or those of few entities more (TF-IDF).",
            byDefault = "binary")
        Profile profile,
    @Param(
            description =
                "Added to the denominator of the similarity, which damps pairs that share little.",
            byDefault = "0",
            min = 0)
        double shrink,
    @Param(
            description = "True to take every rating as 1.",
            byDefault = "false",
            aliases = {"implicit"})
        boolean binarize) {

  /** How the vectors of two entities are compared; {@link Similarity} has the formulas. */
  public enum Comparison {
    /** {@link Similarity#COSINE}. */
    COSINE(Similarity.COSINE),
    /** {@link Similarity#DOT}: the sum of the cosines of the modalities. */
    DOT(Similarity.DOT),
    /** {@link Similarity#EUCLIDEAN}. */
    EUCLIDEAN(Similarity.EUCLIDEAN),
    /** {@link Similarity#JACCARD}, of labels alone. */
    JACCARD(Similarity.JACCARD),
    /** {@link Similarity#DICE}, of labels alone. */
    DICE(Similarity.DICE);

    private final Similarity similarity;

    Comparison(Similarity similarity) {
      this.similarity = similarity;
    }

    /** True if only labels are compared, and not how much there is of each. */
    boolean ofSets() {
      return similarity.comparesSets();
    }

    /** The word in configurations. */
    String word() {
      return similarity.word();
    }
  }

  /** How labels are weighted before the vector of a modality is scaled to length 1. */
  public enum Profile {
    /** Every label by 1. */
    BINARY,
    /**
     * A label by {@code ln(N / n)}, N being the number of entities with training interactions that
     * have the modality, n that of those with the label; a label of none or of all counts nothing.
     */
    TFIDF
  }

  /** Refuses parameters that would have no effect together. */
  public AttributeParams {
    modalities = List.copyOf(modalities);
    if (profile == Profile.TFIDF && similarity.ofSets()) {
      throw new InputException(
          "profile 'tfidf' weighs labels, but similarity '%s' compares sets; leave profile out, or"
              + " use cosine, dot or euclidean",
          similarity.word());
    }
    if (similarity == Comparison.DOT && shrink > 0) {
      throw new InputException(
          "shrink is %s, but it is added to the denominator of a similarity, and the dot product"
              + " has none; use another similarity, or shrink: 0",
          shrink);
    }
  }

  /** The same for a search among profiles. */
  NeighborParams ofSearch() {
    return NeighborParams.textbook(neighbors, similarity.similarity, shrink);
  }
}
