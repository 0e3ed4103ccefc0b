package org.trellisrec.multiobjective;

/**
 * What one model reached.
 *
 * @param model label of the model
 * @param values its value under every objective; NaN where it has none
 * @param leastUsers the smallest number of users behind one of the values
 * @param mostUsers the largest
 */
public record ModelPoint(String model, double[] values, int leastUsers, int mostUsers) {}
