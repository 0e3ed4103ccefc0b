package org.trellisrec.spi;

import com.google.errorprone.annotations.FormatMethod;
import java.util.Locale;

/**
 * The user's input is wrong. The message stands on its own: where, what was found, what was
 * expected, what to do. It is shown without a stack trace and ends the program with status 2.
 */
public final class InputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** An error with this message. */
  public InputException(String message) {
    super(message);
  }

  /** An error with this message, formatted as by {@link String#format} in every language alike. */
  @FormatMethod
  public InputException(String format, Object first, Object... more) {
    super(String.format(Locale.ROOT, format, prepend(first, more)));
  }

  private static Object[] prepend(Object first, Object[] more) {
    Object[] all = new Object[more.length + 1];
    all[0] = first;
    System.arraycopy(more, 0, all, 1, more.length);
    return all;
  }
}
