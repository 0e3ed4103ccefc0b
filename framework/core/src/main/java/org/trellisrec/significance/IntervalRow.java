package org.trellisrec.significance;

/**
 * A bootstrap confidence interval: a row of {@code intervals.csv}.
 *
 * @param key what was measured
 * @param modelA label of the model, or of the first of two
 * @param modelB empty for the mean of one model; otherwise the interval is that of the mean
 *     difference, first minus second
 * @param interval mean and ends
 * @param n number of users
 */
public record IntervalRow(SampleKey key, String modelA, String modelB, Interval interval, int n) {}
