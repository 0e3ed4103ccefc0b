package org.trellisrec.config;

/** Which known interactions of a user are never recommended in a test task. */
public enum MaskPolicy {
  /** Those the model has seen. */
  TRAIN,
  /** Those and the validation interactions. */
  TRAIN_AND_VALIDATION,
  /** None: everything may be recommended again. */
  NONE
}
