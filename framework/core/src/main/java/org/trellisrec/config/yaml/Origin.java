package org.trellisrec.config.yaml;

import java.nio.file.Path;
import java.util.Objects;

/**
 * Where configuration text comes from.
 *
 * @param label what messages call it: a file, or an option of the command line
 * @param base the folder against which relative paths are resolved; empty leaves them as they are
 * @param numbered true if lines and columns mean something to the reader of a message
 */
public record Origin(String label, Path base, boolean numbered) {
  private static final Path NOWHERE = Path.of("");

  /** Checks that nothing is null. */
  public Origin {
    Objects.requireNonNull(label, "label");
    Objects.requireNonNull(base, "base");
  }

  /** A file; relative paths in it are resolved against its folder. */
  public static Origin file(Path file) {
    Path folder = file.toAbsolutePath().normalize().getParent();
    return new Origin(file.toString(), folder == null ? NOWHERE : folder, true);
  }

  /** The same text, where no line of it can be named. */
  Origin unnumbered() {
    return new Origin(label, base, false);
  }

  /** An option of the command line; relative paths in it are resolved against this folder. */
  public static Origin option(String text, Path workingDirectory) {
    return new Origin(text, workingDirectory.toAbsolutePath().normalize(), false);
  }

  /** Values given by a program: messages name no place, relative paths stay as they are. */
  public static Origin program() {
    return new Origin("", NOWHERE, false);
  }
}
