package org.trellisrec.metrics.planted;

/** A metric that prints. */
final class Prints {
  private Prints() {}

  static void value(double value) {
    System.out.println(value);
  }
}
