package org.trellisrec.cli.bench;

import java.util.Locale;

/**
 * What a figure is meant to reach.
 *
 * @param bound the number to reach
 * @param least true if the figure is to be at least this, false if at most
 */
record Target(double bound, boolean least) {
  static Target atMost(double bound) {
    return new Target(bound, false);
  }

  static Target atLeast(double bound) {
    return new Target(bound, true);
  }

  boolean met(double value) {
    return least ? value >= bound : value <= bound;
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%s %s", least ? ">=" : "<=", FigureTable.number(bound));
  }
}
