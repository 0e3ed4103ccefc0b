package org.trellisrec.prefilters;

import jakarta.inject.Inject;
import org.trellisrec.data.Dataset;
import org.trellisrec.data.Interactions;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.Param;
import org.trellisrec.spi.Prefilter;
import org.trellisrec.spi.Summary;

/** Keeps interactions with {@code from <= time < to}. */
@Summary("Keeps interactions from a period of time.")
public final class TimeRange implements Prefilter {
  private final Params params;

  /**
   * The parameters.
   *
   * @param from first moment to keep, in the unit of the timestamps; null for no bound
   * @param to first moment after those to keep, later than {@code from}; null for no bound
   */
  public record Params(
      @Param(
              description = "First moment to keep, in the unit of the data.",
              byDefault = Param.OPTIONAL)
          Long from,
      @Param(
              description = "First moment after those to keep, in the unit of the data.",
              byDefault = Param.OPTIONAL)
          Long to) {

    /** Checks that the period is one. */
    public Params {
      if (from == null && to == null) {
        throw new InputException("give from, to or both");
      }
      if (from != null && to != null && from >= to) {
        throw new InputException("from %s is not before to %s", from, to);
      }
    }
  }

  /** The prefilter with these parameters. */
  @Inject
  public TimeRange(Params params) {
    this.params = params;
  }

  @Override
  public Interactions apply(Dataset data) {
    Interactions all = data.interactions();
    if (!all.hasTimestamps()) {
      throw new InputException(
          "time_range needs timestamps, but the data have none; name the timestamp column in"
              + " data_config");
    }
    return all.filter(
        p ->
            (params.from == null || all.timestamp(p) >= params.from)
                && (params.to == null || all.timestamp(p) < params.to));
  }
}
