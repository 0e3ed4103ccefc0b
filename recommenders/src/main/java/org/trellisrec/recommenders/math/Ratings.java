package org.trellisrec.recommenders.math;

import org.trellisrec.data.Interactions;
import org.trellisrec.spi.InputException;

/** Facts about ratings. */
public final class Ratings {
  private Ratings() {}

  /**
   * The largest rating, which ratings can be divided by to give labels in [0, 1].
   *
   * @throws InputException if a rating is below 0, or none is above 0
   */
  public static double greatestOfLabels(Interactions interactions) {
    double least = Double.POSITIVE_INFINITY;
    double greatest = Double.NEGATIVE_INFINITY;
    for (int position = 0; position < interactions.size(); position++) {
      least = Math.min(least, interactions.rating(position));
      greatest = Math.max(greatest, interactions.rating(position));
    }
    if (least < 0 || greatest <= 0) {
      throw new InputException(
          "the training ratings are from %s to %s, but labels are ratings divided by the largest"
              + " one, which takes ratings from 0 on and one above 0; set binarize: true, have the"
              + " model learn from binary values, or shift the ratings in the data",
          least, greatest);
    }
    return greatest;
  }
}
