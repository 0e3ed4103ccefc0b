package org.trellisrec.tensorflow.graph;

/** Of how many bits the products of dense matrices are computed in training. */
public enum Precision {
  /** 32 bits, 24 of them significant. */
  FLOAT32,
  /**
   * Factors and products have 16 bits, 8 of them significant, and the range of 32; sums within a
   * product have 32.
   */
  BFLOAT16
}
