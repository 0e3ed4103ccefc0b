package org.trellisrec.prefilters;

import jakarta.inject.Inject;
import org.trellisrec.data.Dataset;
import org.trellisrec.data.Interactions;
import org.trellisrec.spi.Param;
import org.trellisrec.spi.Prefilter;
import org.trellisrec.spi.Summary;

/** Keeps users with at least {@code core} interactions. One pass. */
@Summary("Drops users with few interactions, in one pass.")
public final class UserKCore implements Prefilter {
  private final Params params;

  /**
   * The parameters.
   *
   * @param core smallest number of interactions with which a user stays, at least 1
   */
  public record Params(
      @Param(description = "Smallest number of interactions to stay.", min = 1) int core) {}

  /** The prefilter with these parameters. */
  @Inject
  public UserKCore(Params params) {
    this.params = params;
  }

  @Override
  public Interactions apply(Dataset data) {
    return Select.userCore(data.interactions(), params.core);
  }
}
