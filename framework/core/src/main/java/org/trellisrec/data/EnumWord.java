package org.trellisrec.data;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The words for the constants of an enum in configurations, files and messages. */
public final class EnumWord {
  private EnumWord() {}

  /** The name of a constant in lower case. */
  public static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** The words for all constants, in their order. */
  public static List<String> all(Class<? extends Enum<?>> type) {
    return Arrays.stream(type.getEnumConstants()).map(EnumWord::of).toList();
  }
}
