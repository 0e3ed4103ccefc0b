package org.trellisrec.tensorflow.graph;

/** How many bits the dense products of training have. */
public enum Precision {
  /** 32 bits, 24 of them significant. */
  FLOAT32,
  /**
   * 16 bits for factors and products, 8 of them significant, with the range of 32 bits. Sums within
   * a product have 32.
   */
  BFLOAT16
}
