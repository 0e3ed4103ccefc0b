package org.trellisrec.splitters;

import java.util.BitSet;
import java.util.List;
import org.trellisrec.data.Dataset;
import org.trellisrec.data.HeldOut;
import org.trellisrec.data.HeldOut.CandidateRule;
import org.trellisrec.data.Holdout;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.Share;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.Param;

/**
 * The parameters of random and temporal hold-out: how many interactions are held out, by ratio or
 * by number.
 *
 * <p>By ratio, at least one interaction of every user (of all together, if global) stays in
 * training, so a user with one interaction is not evaluated. By number, a user with no more than
 * {@code leaveNOut} interactions keeps all in training and is not evaluated. Both are noted with
 * their count.
 *
 * @param testRatio share to hold out, or null
 * @param leaveNOut number to hold out of every user, or null
 * @param per whether users are split on their own
 * @param shareOf what a ratio in a nested split is a share of
 * @param candidates which items may be recommended
 */
public record HoldOutParams(
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
            description = "Hold out of every user's interactions, or of all together.",
            byDefault = "user")
        Per per,
    @Param(
            description = "In a nested split: a share of what remains, or of the whole data.",
            byDefault = "remaining",
            aliases = "of")
        ShareOf shareOf,
    @Param(description = "Which items may be recommended.", byDefault = "train")
        CandidateRule candidates) {

  /** Checks that exactly one way to say how much is given, and that the rest goes with it. */
  public HoldOutParams {
    if ((testRatio == null) == (leaveNOut == null)) {
      throw new InputException(
          "give either test_ratio or leave_n_out, %s",
          testRatio == null ? "one of them is needed" : "not both");
    }
    if (testRatio != null && testRatio >= 1) {
      throw new InputException(
          "test_ratio is %s, but must be below 1: something must be left to train on", testRatio);
    }
    if (leaveNOut != null && (per == Per.GLOBAL || shareOf == ShareOf.WHOLE)) {
      throw new InputException(
          "leave_n_out takes a number from every user, so 'per: global' and 'share_of: whole' do not"
              + " go with it; remove them or use test_ratio");
    }
  }

  /** One fold: the picked part of {@code remaining} is held out. */
  Holdout apply(Dataset whole, Interactions remaining, RowPicker picker) {
    BitSet test = new BitSet(remaining.size());
    int spared = 0;
    if (per == Per.GLOBAL) {
      int base = base(whole.interactions().size(), remaining.size());
      picker.pick("all", 0, remaining.size(), held(base, remaining.size()), test);
    } else {
      for (int user = 0; user < remaining.rows(); user++) {
        int available = remaining.count(user);
        int held = held(base(whole.interactions().count(user), available), available);
        spared += available > 0 && held == 0 ? 1 : 0;
        if (held > 0) {
          String id = whole.users().id(user);
          picker.pick(id, remaining.start(user), remaining.end(user), held, test);
        }
      }
    }
    return new Holdout(
        remaining.filter(p -> !test.get(p)),
        HeldOut.warm(remaining.filter(test::get)).withCandidates(candidates),
        spared == 0 ? List.of() : List.of(note(spared, Present.users(remaining).cardinality())));
  }

  private int base(int whole, int available) {
    return shareOf == ShareOf.WHOLE ? whole : available;
  }

  private int held(int base, int available) {
    if (leaveNOut != null) {
      return available > leaveNOut ? leaveNOut : 0;
    }
    return (int) Math.max(0, Math.min(new Share(testRatio).ceil(base), available - 1));
  }

  private String note(int spared, int users) {
    int most = leaveNOut == null ? 1 : leaveNOut;
    return "%d of %d users have no more than %d interaction%s and keep all in training"
        .formatted(spared, users, most, most == 1 ? "" : "s");
  }
}
