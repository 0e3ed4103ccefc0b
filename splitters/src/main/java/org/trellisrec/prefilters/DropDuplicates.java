package org.trellisrec.prefilters;

import jakarta.inject.Inject;
import org.trellisrec.data.Dataset;
import org.trellisrec.data.Duplicates;
import org.trellisrec.data.Interactions;
import org.trellisrec.spi.Param;
import org.trellisrec.spi.Prefilter;
import org.trellisrec.spi.Summary;

/** Leaves one interaction of every user with every item; see {@link Duplicates.Keep} for which. */
@Summary("Leaves one of several interactions of a user with an item: first, last or their mean.")
public final class DropDuplicates implements Prefilter {
  private final Params params;

  /**
   * The parameters.
   *
   * @param keep which of several interactions stays: the last in time by default
   */
  public record Params(
      @Param(
              description =
                  "The first or last in time (without times: in the file), or the last with the"
                      + " mean rating.",
              byDefault = "last")
          Duplicates.Keep keep) {}

  /** The prefilter with these parameters. */
  @Inject
  public DropDuplicates(Params params) {
    this.params = params;
  }

  @Override
  public Interactions apply(Dataset data) {
    return Duplicates.resolve(data.interactions(), params.keep).interactions();
  }
}
