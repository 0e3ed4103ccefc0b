package org.trellisrec.splitters;

import jakarta.inject.Inject;
import java.util.List;
import org.trellisrec.data.Dataset;
import org.trellisrec.data.Holdout;
import org.trellisrec.data.Interactions;
import org.trellisrec.spi.Seed;
import org.trellisrec.spi.Summary;

/**
 * Temporal hold-out: the latest share of the interactions, or the latest number of every user. Of
 * equal times, the higher item index counts as later. See {@link HoldOutParams} for users with too
 * few interactions.
 */
@Summary("Holds out the latest interactions, by ratio or leave-n-out.")
public final class TemporalHoldOut implements NestedSplitter {
  private final HoldOutParams rule;

  /** The splitter with these parameters. */
  @Inject
  public TemporalHoldOut(HoldOutParams rule) {
    this.rule = rule;
  }

  @Override
  public List<Holdout> splitRemaining(Dataset whole, Interactions remaining, Seed seed) {
    Times.require(remaining, "temporal_hold_out");
    return List.of(rule.apply(whole, remaining, new LatestPicker(remaining)));
  }
}
