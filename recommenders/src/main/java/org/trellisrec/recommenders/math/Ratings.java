package org.trellisrec.recommenders.math;

import org.trellisrec.data.Interactions;

/** Facts about ratings. */
public final class Ratings {
  private Ratings() {}

  /** The largest rating; 0 if there is none above. */
  public static double greatest(Interactions interactions) {
    double greatest = 0;
    for (int position = 0; position < interactions.size(); position++) {
      greatest = Math.max(greatest, interactions.rating(position));
    }
    return greatest;
  }
}
