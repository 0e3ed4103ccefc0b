package org.trellisrec.prefilters;

import jakarta.inject.Inject;
import org.trellisrec.data.Dataset;
import org.trellisrec.data.Interactions;
import org.trellisrec.spi.Param;
import org.trellisrec.spi.Prefilter;
import org.trellisrec.spi.Summary;

/** Keeps items with at least {@code core} interactions. One pass. */
@Summary("Drops items with few interactions, in one pass.")
public final class ItemKCore implements Prefilter {
  private final Params params;

  /**
   * The parameters.
   *
   * @param core smallest number of interactions with which an item stays, at least 1
   */
  public record Params(
      @Param(description = "Smallest number of interactions to stay.", min = 1) int core) {}

  /** The prefilter with these parameters. */
  @Inject
  public ItemKCore(Params params) {
    this.params = params;
  }

  @Override
  public Interactions apply(Dataset data) {
    return Select.itemCore(data.interactions(), params.core);
  }
}
