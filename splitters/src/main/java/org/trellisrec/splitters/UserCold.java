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
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.Param;
import org.trellisrec.spi.Seed;
import org.trellisrec.spi.Summary;

/**
 * User cold start: all interactions of the cold users are held out. Every cold user with more
 * interactions than are in reserve is evaluated; with {@code reveal}, that many of their
 * interactions are visible at inference, and with {@code reserve} so many are not asked for. Items
 * are not split, so a cold user may ask for an item that nobody trained on.
 */
@Summary(
    value = "All interactions of a share of the users, or of listed users, are held out.",
    source =
        "Ganhör et al., A Multimodal Single-Branch Embedding Network for Recommendation in"
            + " Cold-Start and Missing Modality Scenarios, RecSys 2024, doi:10.1145/3640457.3688138")
public final class UserCold implements NestedSplitter {
  private final Params params;
  private final ColdRule rule;

  /**
   * The parameters.
   *
   * @param testRatio share of the users to hold out, in (0, 1); null if a file lists them
   * @param entities file of the cold users; null with a ratio
   * @param candidates which items may be recommended
   * @param reveal visible interactions of every cold user, at least 0
   * @param reserve interactions of every cold user that are not asked for, at least {@code reveal};
   *     null for as many
   * @param shareOf what the ratio in a nested split is a share of
   */
  public record Params(
      @Param(
              description = "Share of the users to hold out, rounded up.",
              byDefault = Param.OPTIONAL,
              min = 0,
              aboveMin = true,
              max = 1,
              belowMax = true,
              aliases = {"ratio", "validation_ratio"})
          Double testRatio,
      @Param(
              description = "File with the ids of the cold users, one per line.",
              byDefault = Param.OPTIONAL,
              aliases = "users")
          Path entities,
      @Param(
              description = "Which items may be recommended; the papers rank those of the truth.",
              byDefault = "truth")
          CandidateRule candidates,
      @Param(
              description = "Few-shot: visible interactions of every cold user.",
              byDefault = "0",
              min = 0)
          int reveal,
      @Param(
              description =
                  "Interactions of every cold user that are not asked for, those revealed among"
                      + " them: protocols with different numbers of visible ones then ask for the"
                      + " same; by default as many as are revealed.",
              byDefault = Param.OPTIONAL,
              min = 0)
          Integer reserve,
      @Param(
              description = "In a nested split: a share of the users that remain, or of all.",
              byDefault = "remaining",
              aliases = "of")
          ShareOf shareOf) {

    /** Checks that exactly one way to name the cold users is given, and the reserve is enough. */
    public Params {
      ColdRule.check(Side.USER, testRatio, entities);
      if (reserve != null && reserve < reveal) {
        throw new InputException(
            "reserve is %d, but reveal is %d, which is to come out of it; raise reserve to at least that",
            reserve, reveal);
      }
    }

    private int reserved() {
      return reserve == null ? reveal : reserve;
    }
  }

  /** The splitter with these parameters. */
  @Inject
  public UserCold(Params params) {
    this.params = params;
    this.rule = new ColdRule(Side.USER, params.testRatio, params.entities, params.shareOf);
  }

  @Override
  public String task() {
    return "user_cold";
  }

  @Override
  public List<Holdout> splitRemaining(Dataset whole, Interactions remaining, Seed seed) {
    List<String> notes = new ArrayList<>();
    Cut cut = rule.cut(whole, remaining, seed, notes);
    FewShot shots =
        FewShot.reveal(
            cut.cold(), params.reveal, params.reserved(), whole.users(), seed.derive("reveal"));
    notes.addAll(shots.notes());
    HeldOut heldOut =
        new HeldOut(
            task(),
            shots.truth(),
            shots.revealed(),
            params.candidates,
            Audience.EVERYONE,
            Unseen.USERS);
    return List.of(new Holdout(cut.warm(), heldOut, notes));
  }
}
