package org.trellisrec.config.yaml;

import java.util.Comparator;

/**
 * A place in configuration text.
 *
 * @param origin the text
 * @param line counted from 1
 * @param column counted from 1
 */
public record Position(Origin origin, int line, int column) implements Comparable<Position> {
  private static final Comparator<Position> ORDER =
      Comparator.comparing((Position p) -> !p.origin.numbered())
          .thenComparing(p -> p.origin.label())
          .thenComparingInt(Position::line)
          .thenComparingInt(Position::column);

  /** The start of the text. */
  public static Position startOf(Origin origin) {
    return new Position(origin, 1, 1);
  }

  @Override
  public int compareTo(Position other) {
    return ORDER.compare(this, other);
  }

  /** As messages show it: {@code bench.yml:14:7}, or the option as it was given. */
  @Override
  public String toString() {
    return origin.numbered() ? origin.label() + ":" + line + ":" + column : origin.label();
  }
}
