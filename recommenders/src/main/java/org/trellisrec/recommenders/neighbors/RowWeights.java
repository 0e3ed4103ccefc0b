package org.trellisrec.recommenders.neighbors;

/**
 * How entries are weighted before profiles are compared; the ratings that are summed up to a score
 * stay as they are. A profile is taken as a document, the entities of the other side as its terms;
 * N is the number of profiles that are not empty and n the number of those with the term.
 */
public enum RowWeights {
  /** Ratings as they are. */
  NONE,
  /**
   * {@code r ln(N / n)} (Spärck Jones, Journal of Documentation 1972, doi:10.1108/eb026526). A term
   * in every profile gets weight 0.
   */
  TF_IDF,
  /**
   * {@code ln(1 + (N - n + .5) / (n + .5)) r (k+1) / (r + k (1 - b + b l / L))} with k 1.2, b .75,
   * l the sum of the profile and L the mean of all l (Robertson and Zaragoza, Foundations and
   * Trends in Information Retrieval 2009, doi:10.1561/1500000019).
   */
  BM25
}
