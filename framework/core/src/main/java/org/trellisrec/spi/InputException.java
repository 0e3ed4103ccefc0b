package org.trellisrec.spi;

/**
 * The user's input is wrong. The message stands on its own: where, what was found, what was
 * expected, what to do. It is shown without a stack trace and ends the program with status 2.
 */
public final class InputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** An error with this message, formatted as by {@link String#format} if there are arguments. */
  public InputException(String message, Object... args) {
    super(args.length == 0 ? message : message.formatted(args));
  }
}
