package org.trellisrec.splitters;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.trellisrec.data.Dataset;
import org.trellisrec.data.Holdout;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.Share;
import org.trellisrec.spi.Inline;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.Param;

/**
 * The parameters of random and temporal hold-out: how many interactions are held out, by ratio or
 * by number.
 *
 * <p>By ratio, at least one interaction of every user (of all together, if global) stays in
 * training, so a user with one interaction is not evaluated. By number, a user with no more than
 * {@code leaveNOut} interactions keeps all in training and is not evaluated. Where a ratio is of
 * the whole data, a user may have too few left for it, and all but one of these are held out. All
 * of these are noted with their count; too few left of all users together are refused.
 *
 * @param testRatio share to hold out, in (0, 1), or null
 * @param leaveNOut number to hold out of every user, or null
 * @param per whether users are split on their own
 * @param shareOf what a ratio in a nested split is a share of
 * @param rules for whom and of what lists are made
 */
public record HoldOutParams(
    @Param(
            description = "Share of the interactions to hold out, rounded up.",
            byDefault = Param.OPTIONAL,
            min = 0,
            aboveMin = true,
            max = 1,
            belowMax = true,
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
    @Inline WarmRules rules) {

  /** Checks that exactly one way to say how much is given, and that the rest goes with it. */
  public HoldOutParams {
    if ((testRatio == null) == (leaveNOut == null)) {
      throw new InputException(
          "give either test_ratio or leave_n_out, %s",
          testRatio == null ? "one of them is needed" : "not both");
    }
    if (leaveNOut != null && (per == Per.GLOBAL || shareOf == ShareOf.WHOLE)) {
      throw new InputException(
          "leave_n_out takes a number from every user, so 'per: global' and 'share_of: whole' do not"
              + " go with it; remove them or use test_ratio");
    }
  }

  /**
   * One fold: the picked part of {@code remaining} is held out.
   *
   * @throws InputException if a share of all together is more than is left
   */
  Holdout apply(Dataset whole, Interactions remaining, RowPicker picker) {
    BitSet test = new BitSet(remaining.size());
    int spared = 0;
    int exhausted = 0;
    if (per == Per.GLOBAL) {
      int base = base(whole.interactions().size(), remaining.size());
      requireEnough(base, remaining.size());
      picker.pick("all", 0, remaining.size(), held(base, remaining.size()), test);
    } else {
      for (int user = 0; user < remaining.rows(); user++) {
        int available = remaining.count(user);
        int base = base(whole.interactions().count(user), available);
        int held = held(base, available);
        exhausted += held > 0 && isTooMuch(base, available) ? 1 : 0;
        spared += available > 0 && held == 0 ? 1 : 0;
        if (held > 0) {
          String id = whole.users().id(user);
          picker.pick(id, remaining.start(user), remaining.end(user), held, test);
        }
      }
    }
    return new Holdout(
        remaining.filter(p -> !test.get(p)),
        rules.of(remaining.filter(test::get)),
        notes(spared, exhausted, Present.users(remaining).cardinality()));
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

  /** True if a share of the whole leaves nothing of what an outer split has left. */
  private boolean isTooMuch(int base, int available) {
    return base > available && new Share(testRatio).ceil(base) >= available;
  }

  private void requireEnough(int base, int available) {
    if (isTooMuch(base, available)) {
      throw new InputException(
          "test_ratio %s of all %d interactions is %d, but %d of them are left, one of which must stay"
              + " in training; give a smaller test_ratio, or 'share_of: remaining'",
          testRatio, base, new Share(testRatio).ceil(base), available);
    }
  }

  private List<String> notes(int spared, int exhausted, int users) {
    List<String> notes = new ArrayList<>();
    if (spared > 0) {
      int most = leaveNOut == null ? 1 : leaveNOut;
      notes.add(
          "%d of %d users have no more than %d interaction%s and keep all in training"
              .formatted(spared, users, most, most == 1 ? "" : "s"));
    }
    if (exhausted > 0) {
      notes.add(
          "%d of %d users have too few interactions left for test_ratio %s of all that they had; of each, all"
                  .formatted(exhausted, users, testRatio)
              + " but one are held out");
    }
    return notes;
  }
}
