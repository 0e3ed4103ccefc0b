package org.trellisrec.splitters;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.trellisrec.data.Dataset;
import org.trellisrec.data.Holdout;
import org.trellisrec.data.Interactions;
import org.trellisrec.spi.Seed;
import org.trellisrec.spi.Summary;

/**
 * Temporal hold-out: the latest share of the interactions, or the latest number of every user.
 * Where equal times leave open which these are, some are drawn at random; for how many users is
 * noted. See {@link HoldOutParams} for users with too few interactions.
 */
@Summary(
    "Holds out the latest interactions, by ratio or leave-n-out; among equal times, at random.")
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
    LatestPicker picker = new LatestPicker(remaining, seed);
    Holdout holdout = rule.apply(whole, remaining, picker);
    List<String> notes = new ArrayList<>(holdout.notes());
    if (picker.drawn() > 0) {
      notes.add(note(picker.drawn(), Present.users(remaining).cardinality()));
    }
    return List.of(new Holdout(holdout.train(), holdout.heldOut(), notes));
  }

  private String note(int drawn, int users) {
    return rule.per() == Per.GLOBAL
        ? "equal times leave open which interactions are the latest; among those of one time some were"
            + " drawn at random"
        : "for %d of %d users equal times leave open which interactions are the latest; among those of"
                .formatted(drawn, users)
            + " one time some were drawn at random";
  }
}
