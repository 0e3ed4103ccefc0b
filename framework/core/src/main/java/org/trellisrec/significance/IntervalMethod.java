package org.trellisrec.significance;

/** How a confidence interval is read off bootstrap replicates. */
public enum IntervalMethod {
  /**
   * The quantiles of the replicates (Efron, Annals of Statistics 1979, DOI 10.1214/aos/1176344552).
   */
  PERCENTILE,
  /**
   * Quantiles corrected for bias and for a spread that depends on the mean (Efron, JASA 1987, DOI
   * 10.1080/01621459.1987.10478410).
   */
  BCA
}
