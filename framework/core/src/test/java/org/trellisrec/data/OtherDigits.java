package org.trellisrec.data;

import java.util.Locale;
import java.util.concurrent.Callable;

/** A machine whose language writes numbers in digits of its own. */
public final class OtherDigits {
  private OtherDigits() {}

  /** What the call returns in Egyptian Arabic. */
  public static <T> T under(Callable<T> call) throws Exception {
    Locale before = Locale.getDefault();
    Locale formatting = Locale.getDefault(Locale.Category.FORMAT);
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG"));
      if ("%d".formatted(1).equals("1")) {
        throw new AssertionError("this Java writes ar-EG in ASCII digits");
      }
      return call.call();
    } finally {
      Locale.setDefault(before);
      Locale.setDefault(Locale.Category.FORMAT, formatting);
    }
  }
}
