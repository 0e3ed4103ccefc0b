package org.trellisrec.prefilters;

import jakarta.inject.Inject;
import org.trellisrec.data.Dataset;
import org.trellisrec.data.Interactions;
import org.trellisrec.spi.Param;
import org.trellisrec.spi.Prefilter;
import org.trellisrec.spi.Summary;

/**
 * Keeps only users with at most {@code threshold} interactions. This selects a population; it is
 * not a cold-start protocol.
 */
@Summary("Keeps only the users with few interactions.")
public final class ColdUsers implements Prefilter {
  private final Params params;

  /**
   * The parameters.
   *
   * @param threshold largest number of interactions with which a user stays, at least 1
   */
  public record Params(
      @Param(description = "Largest number of interactions to stay.", min = 1) int threshold) {}

  /** The prefilter with these parameters. */
  @Inject
  public ColdUsers(Params params) {
    this.params = params;
  }

  @Override
  public Interactions apply(Dataset data) {
    Interactions all = data.interactions();
    return Select.users(all, user -> all.count(user) <= params.threshold);
  }
}
