package org.trellisrec.splitters;

import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
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
 * Both sides cold: users and items are split independently; interactions of cold users with cold
 * items are held out, those of warm users with warm items are trained on, and all others are
 * discarded. Every cold user with truth is evaluated.
 */
@Summary(
    value = "Interactions between cold users and cold items are held out, mixed ones discarded.",
    source =
        "Ganhör et al., A Multimodal Single-Branch Embedding Network for Recommendation in"
            + " Cold-Start and Missing Modality Scenarios, RecSys 2024, doi:10.1145/3640457.3688138")
public final class BothCold implements NestedSplitter {
  private final Params params;
  private final ColdRule userRule;
  private final ColdRule itemRule;

  /**
   * The parameters.
   *
   * @param testRatio share of the users and of the items to hold out, in (0, 1); null if files list
   *     them
   * @param users file of the cold users; null with a ratio
   * @param items file of the cold items; null with a ratio
   * @param candidates which items may be recommended
   * @param reveal visible interactions of every cold user, at least 0
   * @param shareOf what the ratio in a nested split is a share of
   */
  public record Params(
      @Param(
              description = "Share of the users and share of the items to hold out, rounded up.",
              byDefault = Param.OPTIONAL,
              min = 0,
              aboveMin = true,
              max = 1,
              belowMax = true,
              aliases = {"ratio", "validation_ratio"})
          Double testRatio,
      @Param(
              description =
                  "File with the ids of the cold users, one per line; goes with items, in place of"
                      + " test_ratio.",
              byDefault = Param.OPTIONAL)
          Path users,
      @Param(
              description =
                  "File with the ids of the cold items, one per line; goes with users, in place of"
                      + " test_ratio.",
              byDefault = Param.OPTIONAL)
          Path items,
      @Param(
              description = "Which items may be recommended; the papers rank those of the truth.",
              byDefault = "truth")
          CandidateRule candidates,
      @Param(
              description = "Few-shot: visible interactions (with cold items) of every cold user.",
              byDefault = "0",
              min = 0)
          int reveal,
      @Param(
              description = "In a nested split: a share of what remains, or of all.",
              byDefault = "remaining",
              aliases = "of")
          ShareOf shareOf) {

    /** Checks that exactly one way to name the cold users and items is given. */
    public Params {
      ColdRule.check(Side.USER, testRatio, users);
      ColdRule.check(Side.ITEM, testRatio, items);
    }
  }

  /** The splitter with these parameters. */
  @Inject
  public BothCold(Params params) {
    this.params = params;
    this.userRule = new ColdRule(Side.USER, params.testRatio, params.users, params.shareOf);
    this.itemRule = new ColdRule(Side.ITEM, params.testRatio, params.items, params.shareOf);
  }

  @Override
  public String task() {
    return "both_cold";
  }

  @Override
  public List<Holdout> splitRemaining(Dataset whole, Interactions remaining, Seed seed) {
    List<String> notes = new ArrayList<>();
    BitSet users = userRule.choose(whole, remaining, seed, notes);
    BitSet items = itemRule.choose(whole, remaining, seed, notes);
    Cut byUser = Cut.byUser(remaining, users);
    Interactions train = Cut.byItem(byUser.warm(), items).warm();
    Interactions held = Cut.byItem(byUser.cold(), items).cold();
    FewShot shots =
        FewShot.reveal(held, params.reveal, params.reveal, whole.users(), seed.derive("reveal"));
    notes.addAll(shots.notes());
    HeldOut heldOut =
        new HeldOut(
            task(),
            shots.truth(),
            shots.revealed(),
            params.candidates,
            Audience.EVERYONE,
            Unseen.USERS_AND_ITEMS);
    return List.of(new Holdout(train, heldOut, notes));
  }
}
