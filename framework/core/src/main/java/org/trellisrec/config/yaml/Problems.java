package org.trellisrec.config.yaml;

import com.google.errorprone.annotations.FormatMethod;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.trellisrec.spi.InputException;

/** Collects what is wrong with a configuration, so that the user sees all of it at once. */
public final class Problems {
  private record Problem(Position at, String message) {}

  private final List<Problem> problems = new ArrayList<>();
  private final Set<Position> unreadable = new HashSet<>();
  private int consequences;

  /** Something is wrong here; the message is formatted as by {@link String#format}. */
  @FormatMethod
  public void add(Position at, String format, Object... arguments) {
    Problem problem = new Problem(at, format.formatted(arguments));
    if (unreadable.contains(at)) {
      consequences++;
    } else if (!problems.contains(problem)) {
      problems.add(problem);
    }
  }

  /** The value here cannot be known, for this reason; what else is wrong with it is not told. */
  @FormatMethod
  void addUnreadable(Position at, String format, Object... arguments) {
    add(at, format, arguments);
    unreadable.add(at);
  }

  /** Number of problems so far, those included that are not told. */
  public int count() {
    return problems.size() + consequences;
  }

  /**
   * Ends with all problems, sorted by place, one per line; does nothing if there is none.
   *
   * @throws InputException if there is a problem
   */
  public void throwIfAny() {
    if (!problems.isEmpty()) {
      throw new InputException(toString());
    }
  }

  /** All problems, sorted by place, one per line. */
  @Override
  public String toString() {
    return problems.stream()
        .sorted(Comparator.comparing(Problem::at))
        .map(p -> p.at().toString().isEmpty() ? p.message() : p.at() + ": " + p.message())
        .collect(Collectors.joining("\n"));
  }
}
