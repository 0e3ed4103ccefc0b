package org.trellisrec.config.bind;

import java.math.BigDecimal;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Reads numbers as YAML, Python and Java write them. */
final class Numbers {
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(\\d[\\d_]*(\\.[\\d_]*)?|\\.\\d[\\d_]*)([eE][-+]?\\d{1,4})?");
  private static final Pattern NOT_FINITE =
      Pattern.compile("[-+]?(\\.inf|inf|infinity)|\\.?nan", Pattern.CASE_INSENSITIVE);

  private Numbers() {}

  /** True if an infinity or NaN is spelled out, or a number is too large. */
  static boolean isNotFinite(String text) {
    return NOT_FINITE.matcher(text).matches()
        || (NUMBER.matcher(text).matches() && real(text).isEmpty());
  }

  /** A finite number; nothing for anything else. */
  static OptionalDouble real(String text) {
    if (!NUMBER.matcher(text).matches()) {
      return OptionalDouble.empty();
    }
    double value = Double.parseDouble(text.replace("_", ""));
    return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
  }

  /** A whole number, also in the forms 1e6 and 50.0; nothing for anything else. */
  static OptionalLong whole(String text) {
    if (!NUMBER.matcher(text).matches() || Math.abs(real(text).orElse(1e19)) >= 1e19) {
      return OptionalLong.empty();
    }
    try {
      return OptionalLong.of(new BigDecimal(text.replace("_", "")).longValueExact());
    } catch (ArithmeticException e) {
      return OptionalLong.empty();
    }
  }
}
