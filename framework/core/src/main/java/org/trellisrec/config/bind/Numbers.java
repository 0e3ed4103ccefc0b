package org.trellisrec.config.bind;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Reads numbers as YAML, Python and Java write them. */
final class Numbers {
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(\\d[\\d_]*(\\.[\\d_]*)?|\\.\\d[\\d_]*)([eE][-+]?\\d{1,4})?");
  private static final Pattern INFINITY = Pattern.compile("[-+]?(\\.inf|inf|infinity)");

  private Numbers() {}

  /** A finite number, or an infinity that is spelled out; nothing for anything else. */
  static OptionalDouble real(String text) {
    if (INFINITY.matcher(text.toLowerCase(Locale.ROOT)).matches()) {
      return OptionalDouble.of(
          text.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
    }
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
