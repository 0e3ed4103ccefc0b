package org.trellisrec.recommenders.branch;

/** How pairs of embeddings are scored. */
public enum SimilarityKind {
  /** The cosine. */
  COSINE,
  /** The dot product. */
  DOT,
  /** A learned similarity. */
  NEURAL
}
