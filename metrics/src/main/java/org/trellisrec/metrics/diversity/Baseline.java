package org.trellisrec.metrics.diversity;

/** The model whose recommendations are what anyone expects. */
@FunctionalInterface
interface Baseline {
  /** True if {@code item} is among the {@code k} items recommended to {@code user}. */
  boolean recommends(int user, int item, int k);
}
