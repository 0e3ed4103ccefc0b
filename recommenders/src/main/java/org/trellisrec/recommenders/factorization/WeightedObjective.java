package org.trellisrec.recommenders.factorization;

/**
 * What weighted matrix factorisation minimises, over all pairs of users and items that have any
 * interaction, with p = 1 for training interactions and 0 for the other pairs, where c is 1 for the
 * latter and more for the former:
 *
 * <pre>sum over (u, i) of c_ui (p_ui - x_u . y_i)^2
 *     + l2 sum over u of (sum over i of c_ui)^nu |x_u|^2
 *     + l2 sum over i of (sum over u of c_ui)^nu |y_i|^2</pre>
 *
 * <p>Sources: Hu, Koren and Volinsky, "Collaborative filtering for implicit feedback datasets",
 * ICDM 2008, doi:10.1109/ICDM.2008.22, equation 3, where nu is 0; Rendle, Krichene, Zhang and
 * Koren, "Revisiting the performance of iALS on item recommendation benchmarks", RecSys 2022,
 * doi:10.1145/3523227.3548486, for nu.
 *
 * @param confidence how much more than 1 the weight of a training interaction is
 * @param l2 weight of the regularisation, above 0
 * @param exponent nu, from 0 to 1
 */
record WeightedObjective(Confidence confidence, double l2, double exponent) {

  /** How much more than that of another pair the weight of an interaction is. */
  interface Confidence {
    /** At least 0. */
    double extra(float rating);
  }

  double extra(float rating) {
    return confidence.extra(rating);
  }

  /** The weight of the squared length of a vector whose pairs have this sum of weights. */
  double l2(double sumOfWeights) {
    return exponent == 0 ? l2 : l2 * Math.pow(sumOfWeights, exponent);
  }
}
