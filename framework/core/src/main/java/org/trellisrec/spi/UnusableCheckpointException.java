package org.trellisrec.spi;

/**
 * A training cannot be taken up from what its checkpoint folder holds: a file is damaged, or does
 * not belong to this training. Thrown out of {@link Recommender#fit}, it makes the engine tell the
 * user, empty the folder, and fit anew.
 */
public final class UnusableCheckpointException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** An error with this message, which names the file or folder by its path, and what is wrong. */
  public UnusableCheckpointException(String message) {
    super(message);
  }
}
