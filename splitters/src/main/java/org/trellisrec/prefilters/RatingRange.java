package org.trellisrec.prefilters;

import jakarta.inject.Inject;
import org.trellisrec.data.Dataset;
import org.trellisrec.data.Interactions;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.Param;
import org.trellisrec.spi.Prefilter;
import org.trellisrec.spi.Summary;

/**
 * Keeps interactions whose rating lies in {@code [min, max]}. Bounds are compared in the single
 * precision of ratings, so a rating written 0.7 passes {@code min: 0.7}.
 */
@Summary("Keeps interactions with a rating in a range.")
public final class RatingRange implements Prefilter {
  private final Params params;

  /**
   * The parameters.
   *
   * @param min smallest rating to keep, in the unit of the ratings; null for no bound
   * @param max largest rating to keep, at least {@code min}; null for no bound
   */
  public record Params(
      @Param(description = "Smallest rating to keep.", byDefault = Param.OPTIONAL) Double min,
      @Param(description = "Largest rating to keep.", byDefault = Param.OPTIONAL) Double max) {

    /** Checks that the range is one. */
    public Params {
      if (min == null && max == null) {
        throw new InputException("give min, max or both");
      }
      if (min != null && max != null && min > max) {
        throw new InputException("min %s is above max %s", min, max);
      }
    }
  }

  /** The prefilter with these parameters. */
  @Inject
  public RatingRange(Params params) {
    this.params = params;
  }

  @Override
  public Interactions apply(Dataset data) {
    Interactions all = data.interactions();
    float min = params.min == null ? Float.NEGATIVE_INFINITY : params.min.floatValue();
    float max = params.max == null ? Float.POSITIVE_INFINITY : params.max.floatValue();
    return all.filter(p -> all.rating(p) >= min && all.rating(p) <= max);
  }
}
