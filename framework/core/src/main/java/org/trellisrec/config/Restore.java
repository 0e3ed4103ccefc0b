package org.trellisrec.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.trellisrec.spi.InputException;

/**
 * Which written model is read instead of training one.
 *
 * @param asked false if the model is trained
 * @param run the run folder that holds the model; empty for the latest run with such a model
 */
public record Restore(boolean asked, Optional<Path> run) {
  /** The model is trained. */
  public static final Restore NOTHING = new Restore(false, Optional.empty());

  /** The model of the latest run that has one. */
  public static final Restore LATEST = new Restore(true, Optional.empty());

  /** The model of a run. */
  public static Restore of(Path run) {
    return new Restore(true, Optional.of(run));
  }

  /** Reads {@code false}, {@code true}, or the path of a run folder. */
  public static Restore parse(String text) {
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "false", "no", "off" -> NOTHING;
      case "true", "yes", "on" -> LATEST;
      case "" -> throw new InputException("expected true, false or the path of a run folder");
      default -> of(path(text));
    };
  }

  private static Path path(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new InputException("no path can be read from it: %s", e.getReason());
    }
  }

  /** What {@link #parse} reads. */
  @Override
  public String toString() {
    return run.map(Path::toString).orElse(Boolean.toString(asked));
  }
}
