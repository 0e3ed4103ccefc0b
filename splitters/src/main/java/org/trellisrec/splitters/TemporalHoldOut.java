package org.trellisrec.splitters;

import jakarta.inject.Inject;
import java.util.List;
import org.trellisrec.data.Dataset;
import org.trellisrec.data.HeldOut.CandidateRule;
import org.trellisrec.data.Holdout;
import org.trellisrec.data.Interactions;
import org.trellisrec.spi.Param;
import org.trellisrec.spi.Seed;
import org.trellisrec.spi.Splitter;
import org.trellisrec.spi.Summary;

/**
 * Temporal hold-out: the latest share of the interactions, or the latest number of every user. Of
 * equal times, the higher item index counts as later. See {@link HoldOut} for users with too few
 * interactions.
 */
@Summary("Holds out the latest interactions, by ratio or leave-n-out.")
public final class TemporalHoldOut implements Splitter {
  private final HoldOut rule;

  /** The parameters. */
  public record Params(
      @Param(
              description = "Share of the interactions to hold out, rounded up.",
              byDefault = Param.OPTIONAL,
              min = 0,
              aboveMin = true,
              max = 1,
              aliases = {"ratio", "validation_ratio"})
          Double testRatio,
      @Param(
              description = "Number of interactions to hold out of every user.",
              byDefault = Param.OPTIONAL,
              min = 1)
          Integer leaveNOut,
      @Param(
              description = "The latest of every user, or the latest of all together.",
              byDefault = "user")
          Per per,
      @Param(
              description = "In a nested split: a share of what remains, or of the whole data.",
              byDefault = "remaining",
              aliases = "of")
          ShareOf shareOf,
      @Param(description = "Which items may be recommended.", byDefault = "train")
          CandidateRule candidates) {

    /** Checks that exactly one way to say how much is given. */
    public Params {
      HoldOut unused = new HoldOut(testRatio, leaveNOut, per, shareOf, candidates);
    }
  }

  /** The splitter with these parameters. */
  @Inject
  public TemporalHoldOut(Params params) {
    this.rule =
        new HoldOut(
            params.testRatio, params.leaveNOut, params.per, params.shareOf, params.candidates);
  }

  @Override
  public List<Holdout> split(Dataset data, Seed seed) {
    return splitRemaining(data, data.interactions(), seed);
  }

  @Override
  public List<Holdout> splitRemaining(Dataset whole, Interactions remaining, Seed seed) {
    Times.require(remaining, "temporal_hold_out");
    return List.of(rule.apply(whole, remaining, new LatestPicker(remaining)));
  }
}
