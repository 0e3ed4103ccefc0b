package org.trellisrec.metrics.diversity;

/** How alike two items are. */
public enum Similarity {
  /** Cosine of the angle between the vectors, or between the label sets as 0/1 vectors. */
  COSINE,
  /** Labels in common over labels of either; for label sets only. */
  JACCARD
}
