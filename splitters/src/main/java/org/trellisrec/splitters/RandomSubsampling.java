package org.trellisrec.splitters;

import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.IntStream;
import org.trellisrec.data.Dataset;
import org.trellisrec.data.HeldOut.CandidateRule;
import org.trellisrec.data.Holdout;
import org.trellisrec.data.Interactions;
import org.trellisrec.spi.Param;
import org.trellisrec.spi.Seed;
import org.trellisrec.spi.Splitter;
import org.trellisrec.spi.Summary;

/**
 * Random hold-out: a share of the interactions, or a number of every user, drawn without
 * replacement; repeated independently for every fold. See {@link HoldOut} for users with too few
 * interactions.
 */
@Summary("Random hold-out by ratio or leave-n-out, repeated as often as wished.")
public final class RandomSubsampling implements Splitter {
  private final HoldOut rule;
  private final int folds;

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
      @Param(description = "Number of independent draws.", byDefault = "1", min = 1) int folds,
      @Param(
              description = "Split every user's interactions on their own, or all together.",
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
  public RandomSubsampling(Params params) {
    this.rule =
        new HoldOut(
            params.testRatio, params.leaveNOut, params.per, params.shareOf, params.candidates);
    this.folds = params.folds;
  }

  @Override
  public List<Holdout> split(Dataset data, Seed seed) {
    return splitRemaining(data, data.interactions(), seed);
  }

  @Override
  public List<Holdout> splitRemaining(Dataset whole, Interactions remaining, Seed seed) {
    return IntStream.range(0, folds)
        .mapToObj(fold -> new RandomPicker(seed.derive("fold-" + fold)))
        .map(picker -> rule.apply(whole, remaining, picker))
        .toList();
  }
}
