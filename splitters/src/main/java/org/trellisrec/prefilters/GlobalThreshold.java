package org.trellisrec.prefilters;

import jakarta.inject.Inject;
import org.trellisrec.data.Dataset;
import org.trellisrec.data.Interactions;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.Param;
import org.trellisrec.spi.Prefilter;
import org.trellisrec.spi.Summary;

/**
 * Keeps interactions rated at least {@code threshold}: a number, compared in the single precision
 * of ratings, or the mean of all ratings.
 */
@Summary("Keeps interactions rated at least a number, or the mean of all.")
public final class GlobalThreshold implements Prefilter {
  private static final String AVERAGE = "average";
  private static final String NUMBER = "[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9]+)?";

  private final Params params;

  /**
   * The parameters.
   *
   * @param threshold smallest rating to keep, in the unit of the ratings: a decimal number, or
   *     {@code average} for the mean of all ratings
   */
  public record Params(
      @Param(description = "Smallest rating to keep: a number, or 'average'.") String threshold) {

    /** Checks the form of the threshold. */
    public Params {
      if (!threshold.equals(AVERAGE) && !threshold.matches(NUMBER)) {
        throw new InputException(
            "threshold is '%s', but must be a number or '%s'", threshold, AVERAGE);
      }
    }
  }

  /** The prefilter with these parameters. */
  @Inject
  public GlobalThreshold(Params params) {
    this.params = params;
  }

  @Override
  public Interactions apply(Dataset data) {
    Interactions all = data.interactions();
    if (!params.threshold.equals(AVERAGE)) {
      float threshold = Float.parseFloat(params.threshold);
      return all.filter(p -> all.rating(p) >= threshold);
    }
    double sum = 0;
    for (int p = 0; p < all.size(); p++) {
      sum += all.rating(p);
    }
    double total = sum;
    return all.filter(p -> (double) all.rating(p) * all.size() >= total);
  }
}
