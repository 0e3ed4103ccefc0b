package org.trellisrec.io;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Numbers out of bytes: a fast path for plain decimals, {@link Double#parseDouble} for the rest.
 */
final class Numbers {
  private static final int SAFE_DIGITS = 15;
  private static final int LONG_DIGITS = 19;
  private static final String TIMESTAMP = "timestamp";
  private static final Pattern DATE =
      Pattern.compile(
          "(\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}|\\d{1,2}[-/.]\\d{1,2}[-/.]\\d{4})([ T].*)?");
  private static final double[] POWERS = new double[SAFE_DIGITS + 1];

  static {
    POWERS[0] = 1;
    for (int i = 1; i < POWERS.length; i++) {
      POWERS[i] = POWERS[i - 1] * 10;
    }
  }

  private Numbers() {}

  /** A rating: a finite decimal number. */
  static float rating(byte[] data, int from, int to) throws MalformedRow {
    return number(data, from, to, "rating");
  }

  /** A finite decimal number; {@code what} is how messages call it. */
  static float number(byte[] data, int from, int to, String what) throws MalformedRow {
    int at = from < to && data[from] == '-' ? from + 1 : from;
    int digits = 0;
    int point = -1;
    long mantissa = 0;
    for (int i = at; i < to; i++) {
      int digit = data[i] - '0';
      if (digit >= 0 && digit <= 9) {
        mantissa = mantissa * 10 + digit;
        digits++;
      } else if (data[i] == '.' && point < 0) {
        point = i;
      } else {
        return (float) slow(data, from, to, what);
      }
    }
    if (digits == 0 || digits > SAFE_DIGITS) {
      return (float) slow(data, from, to, what);
    }
    double value = point < 0 ? mantissa : mantissa / POWERS[to - point - 1];
    return (float) (at > from ? -value : value);
  }

  /**
   * A timestamp: a whole number below 2^63 in size, exactly, also if written like {@code 8.8125e8}
   * or {@code 7.0}.
   */
  static long timestamp(byte[] data, int from, int to) throws MalformedRow {
    int at = from < to && data[from] == '-' ? from + 1 : from;
    if (at == to || to - at > LONG_DIGITS) {
      return whole(data, from, to);
    }
    long value = 0;
    for (int i = at; i < to; i++) {
      int digit = data[i] - '0';
      if (digit < 0 || digit > 9) {
        return whole(data, from, to);
      }
      value = value * 10 + digit;
    }
    // The largest number of 19 digits is below 2^64, so one that is too large wraps around once.
    if (value < 0) {
      return whole(data, from, to);
    }
    return at > from ? -value : value;
  }

  private static long whole(byte[] data, int from, int to) throws MalformedRow {
    double value = slow(data, from, to, TIMESTAMP);
    if (value == Math.rint(value) && Math.abs(value) < 0x1p53) {
      return (long) value;
    }
    String text = text(data, from, to);
    try {
      long exact = new BigDecimal(text).longValueExact();
      if (exact != Long.MIN_VALUE) {
        return exact;
      }
    } catch (ArithmeticException e) {
      throw new MalformedRow(notWhole(text));
    }
    throw new MalformedRow(notWhole(text));
  }

  private static String notWhole(String text) {
    return "the timestamp '%s' is not a whole number below 2^63".formatted(text);
  }

  private static double slow(byte[] data, int from, int to, String what) throws MalformedRow {
    String text = text(data, from, to);
    if (text.isEmpty()) {
      throw new MalformedRow("the " + what + " is empty");
    }
    double value = Double.NaN;
    if (text.chars().allMatch(c -> (c >= '0' && c <= '9') || "+-.eE".indexOf(c) >= 0)) {
      try {
        value = Double.parseDouble(text);
      } catch (NumberFormatException e) {
        throw notANumber(what, text);
      }
    }
    if (Double.isNaN(value) || Float.isInfinite((float) value)) {
      throw notANumber(what, text);
    }
    return value;
  }

  private static MalformedRow notANumber(String what, String text) {
    return what.equals(TIMESTAMP) && DATE.matcher(text.strip()).matches()
        ? MalformedRow.dated(
            "the timestamp '%s' is a date, but timestamps are numbers, such as seconds since 1970"
                .formatted(text))
        : new MalformedRow("the %s '%s' is not a finite number".formatted(what, text));
  }

  private static String text(byte[] data, int from, int to) {
    return new String(data, from, to - from, StandardCharsets.UTF_8);
  }
}
