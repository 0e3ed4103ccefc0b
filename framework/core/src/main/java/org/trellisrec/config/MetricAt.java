package org.trellisrec.config;

/**
 * A metric at a cutoff, written {@code nDCG@10}.
 *
 * @param metric name of the metric in result tables
 * @param cutoff length of the lists
 */
public record MetricAt(String metric, int cutoff) {
  @Override
  public String toString() {
    return metric + "@" + cutoff;
  }
}
