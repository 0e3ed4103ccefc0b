package org.trellisrec.splitters;

import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.trellisrec.data.Dataset;
import org.trellisrec.data.HeldOut;
import org.trellisrec.data.HeldOut.Audience;
import org.trellisrec.data.HeldOut.CandidateRule;
import org.trellisrec.data.Holdout;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.Unseen;
import org.trellisrec.spi.Param;
import org.trellisrec.spi.Seed;
import org.trellisrec.spi.Summary;

/**
 * Item cold start: all interactions with the cold items are held out. Users are not split; one who
 * has interactions with cold items only is not evaluated, because nothing is known of the user at
 * inference.
 */
@Summary(
    value = "All interactions with a share of the items, or with listed items, are held out.",
    source =
        "Ganhör et al., A Multimodal Single-Branch Embedding Network for Recommendation in"
            + " Cold-Start and Missing Modality Scenarios, RecSys 2024, doi:10.1145/3640457.3688138")
public final class ItemCold implements NestedSplitter {
  private final Params params;
  private final ColdRule rule;

  /**
   * The parameters.
   *
   * @param testRatio share of the items to hold out, in (0, 1); null if a file lists them
   * @param entities file of the cold items; null with a ratio
   * @param candidates which items may be recommended
   * @param shareOf what the ratio in a nested split is a share of
   */
  public record Params(
      @Param(
              description = "Share of the items to hold out, rounded up.",
              byDefault = Param.OPTIONAL,
              min = 0,
              aboveMin = true,
              max = 1,
              belowMax = true,
              aliases = {"ratio", "validation_ratio"})
          Double testRatio,
      @Param(
              description = "File with the ids of the cold items, one per line.",
              byDefault = Param.OPTIONAL,
              aliases = "items")
          Path entities,
      @Param(
              description = "Which items may be recommended; the papers rank those of the truth.",
              byDefault = "truth")
          CandidateRule candidates,
      @Param(
              description = "In a nested split: a share of the items that remain, or of all.",
              byDefault = "remaining",
              aliases = "of")
          ShareOf shareOf) {

    /** Checks that exactly one way to name the cold items is given. */
    public Params {
      ColdRule.check(Side.ITEM, testRatio, entities);
    }
  }

  /** The splitter with these parameters. */
  @Inject
  public ItemCold(Params params) {
    this.params = params;
    this.rule = new ColdRule(Side.ITEM, params.testRatio, params.entities, params.shareOf);
  }

  @Override
  public String task() {
    return "item_cold";
  }

  @Override
  public List<Holdout> splitRemaining(Dataset whole, Interactions remaining, Seed seed) {
    List<String> notes = new ArrayList<>();
    Cut cut = rule.cut(whole, remaining, seed, notes);
    HeldOut heldOut =
        new HeldOut(
            task(),
            cut.cold(),
            Interactions.empty(remaining.rows(), remaining.columns()),
            params.candidates,
            Audience.TRAINED,
            Unseen.ITEMS);
    return List.of(new Holdout(cut.warm(), heldOut, notes));
  }
}
