package org.trellisrec.spi;

/** Training produced a NaN or an infinity. The trial fails; the run goes on. */
public final class DivergedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** An error with this message. */
  public DivergedException(String message) {
    super(message);
  }
}
