package org.trellisrec.recommenders.linear;

/** The diagonal of the Gram matrix of {@link Ease}, before the regularisation is added. */
public enum Diagonal {
  /** {@code sum of r(u, i)^2 over u}, as in the paper. */
  GRAM,
  /**
   * The number of users of the item, as in Elliot's EASER. The same for binary data; for ratings
   * above 1 it is too small, the matrix need not be positive definite, and accuracy suffers.
   */
  COUNT
}
