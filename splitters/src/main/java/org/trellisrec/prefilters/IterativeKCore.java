package org.trellisrec.prefilters;

import jakarta.inject.Inject;
import org.trellisrec.data.Dataset;
import org.trellisrec.data.Interactions;
import org.trellisrec.spi.Param;
import org.trellisrec.spi.Prefilter;
import org.trellisrec.spi.Summary;

/**
 * The k-core: drops users and items with fewer than {@code core} interactions until all that stay
 * have that many. The result does not depend on the order of dropping. Linear in the number of
 * interactions, by the {@linkplain Peeling peeling} of Batagelj and Zaveršnik (2003).
 */
@Summary("Drops users and items with few interactions until none is left to drop.")
public final class IterativeKCore implements Prefilter {
  private final Params params;

  /**
   * The parameters.
   *
   * @param core smallest number of interactions of every user and item that stays, at least 1
   */
  public record Params(
      @Param(description = "Smallest number of interactions to stay.", min = 1) int core) {}

  /** The prefilter with these parameters. */
  @Inject
  public IterativeKCore(Params params) {
    this.params = params;
  }

  @Override
  public Interactions apply(Dataset data) {
    return new Peeling(data.interactions(), params.core).core();
  }
}
