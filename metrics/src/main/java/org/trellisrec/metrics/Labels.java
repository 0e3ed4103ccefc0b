package org.trellisrec.metrics;

import java.nio.file.Path;
import java.util.Objects;
import org.trellisrec.data.EnumWord;

/** Names of metrics in tables, which show the parameters that are not the customary ones. */
public final class Labels {
  private Labels() {}

  /**
   * {@code <label>_<key>:<value>}, or the label alone if the value is the customary one.
   *
   * @param value may be null if {@code customary} is
   */
  public static String with(String label, String key, Object value, Object customary) {
    return Objects.equals(value, customary) ? label : label + "_" + key + ":" + text(value);
  }

  /** Files go by their name. */
  private static String text(Object value) {
    if (value instanceof Path file) {
      return file.getFileName().toString();
    }
    return value instanceof Enum<?> choice ? EnumWord.of(choice) : value.toString();
  }

  /** The label without what it ends with, if it does. */
  public static String without(String label, String suffix) {
    return label.endsWith(suffix) ? label.substring(0, label.length() - suffix.length()) : label;
  }
}
