package org.trellisrec.prefilters;

import jakarta.inject.Inject;
import org.trellisrec.data.Dataset;
import org.trellisrec.data.Interactions;
import org.trellisrec.spi.Param;
import org.trellisrec.spi.Prefilter;
import org.trellisrec.spi.Summary;

/**
 * Drops users with fewer than {@code core} interactions, then such items, and so on for a number of
 * rounds.
 */
@Summary("Drops users, then items with few interactions, a number of times.")
public final class NRoundsKCore implements Prefilter {
  private final Params params;

  /**
   * The parameters.
   *
   * @param core smallest number of interactions with which a user or an item stays, at least 1
   * @param rounds largest number of rounds, at least 1; it ends earlier where a round drops nothing
   */
  public record Params(
      @Param(description = "Smallest number of interactions to stay.", min = 1) int core,
      @Param(description = "Number of rounds, each over users and then items.", min = 1)
          int rounds) {}

  /** The prefilter with these parameters. */
  @Inject
  public NRoundsKCore(Params params) {
    this.params = params;
  }

  @Override
  public Interactions apply(Dataset data) {
    Interactions kept = data.interactions();
    int before = -1;
    for (int round = 0; round < params.rounds && kept.size() != before; round++) {
      before = kept.size();
      kept = Select.itemCore(Select.userCore(kept, params.core), params.core);
    }
    return kept;
  }
}
