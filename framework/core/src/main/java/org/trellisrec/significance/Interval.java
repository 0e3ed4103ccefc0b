package org.trellisrec.significance;

/**
 * A mean with its confidence interval.
 *
 * @param mean over users; NaN if there are none
 * @param low lower end
 * @param high upper end
 */
public record Interval(double mean, double low, double high) {}
