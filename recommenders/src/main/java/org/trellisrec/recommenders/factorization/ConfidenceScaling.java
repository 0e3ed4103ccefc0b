package org.trellisrec.recommenders.factorization;

import org.trellisrec.spi.InputException;

/** How much more an interaction counts than a pair without one, by its rating r. */
public enum ConfidenceScaling {
  /** {@code alpha r} (Hu, Koren and Volinsky, ICDM 2008, section 4). */
  LINEAR {
    @Override
    double scaled(double rating, double epsilon) {
      return rating;
    }
  },

  /** {@code alpha ln(1 + r / epsilon)} (their equation 6). */
  LOG {
    @Override
    double scaled(double rating, double epsilon) {
      return Math.log1p(rating / epsilon);
    }
  };

  abstract double scaled(double rating, double epsilon);

  /**
   * The confidence in interactions.
   *
   * @throws InputException when it is asked for that in a rating below 0
   */
  WeightedObjective.Confidence confidence(double alpha, double epsilon) {
    return rating -> {
      if (rating < 0) {
        throw new InputException(
            "there is a rating of %s, but weights of interactions grow with ratings from 0 on; set"
                + " binarize: true, have the model learn from binary values, or shift the ratings"
                + " in the data",
            rating);
      }
      return alpha * scaled(rating, epsilon);
    };
  }
}
