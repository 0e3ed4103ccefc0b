package org.trellisrec.spi;

/** Whose definition of a metric is meant where frameworks differ under one name. */
public enum Convention {
  /** The textbook definition. */
  STANDARD,
  /** Elliot 0.3.1, whose numbers are reproduced. */
  ELLIOT,
  /** RecBole 1.2.1, whose numbers are reproduced. */
  RECBOLE
}
