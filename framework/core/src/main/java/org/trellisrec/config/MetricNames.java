package org.trellisrec.config;

/** Reads {@code metric@cutoff}. */
final class MetricNames {
  private MetricNames() {}

  /** The parts of a name that was checked when the configuration was read. */
  static MetricAt parse(String checked) {
    int at = checked.lastIndexOf('@');
    return new MetricAt(checked.substring(0, at), Integer.parseInt(checked.substring(at + 1)));
  }
}
