package org.trellisrec.spi;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.trellisrec.data.EnumWord;

/**
 * Where the user wants a model to compute.
 *
 * @param kind the kind of device
 * @param index which GPU, from 0; 0 for every other kind
 */
public record Device(Kind kind, int index) {
  /** A GPU if there is one, else the CPU. */
  public static final Device AUTO = new Device(Kind.AUTO, 0);

  /** The CPU, even where there is a GPU. */
  public static final Device CPU = new Device(Kind.CPU, 0);

  private static final Pattern GPU = Pattern.compile("gpu(?::([0-9]{1,4}))?");

  /** The kinds of devices that can be asked for. */
  public enum Kind {
    /** A GPU if there is one, else the CPU. */
    AUTO,
    /** The CPU. */
    CPU,
    /** A GPU; it is an error if it is missing. */
    GPU
  }

  /** The GPU with this index, from 0. */
  public static Device gpu(int index) {
    return new Device(Kind.GPU, index);
  }

  /**
   * Reads the name of a device: {@code auto}, {@code cpu}, {@code gpu} (the first one) or {@code
   * gpu:N}, in any case.
   *
   * @throws InputException if it is none of these
   */
  public static Device parse(String text) {
    String name = text.strip().toLowerCase(Locale.ROOT);
    Matcher gpu = GPU.matcher(name);
    if (gpu.matches()) {
      return gpu(gpu.group(1) == null ? 0 : Integer.parseInt(gpu.group(1)));
    }
    return switch (name) {
      case "auto" -> AUTO;
      case "cpu" -> CPU;
      default ->
          throw new InputException(
              "'%s' is not a device; expected auto, cpu, gpu or gpu:N, where N counts from 0",
              text);
    };
  }

  /** The name that {@link #parse} reads. */
  @Override
  public String toString() {
    return kind == Kind.GPU ? "gpu:" + index : EnumWord.of(kind);
  }
}
