package org.trellisrec.splitters;

import org.trellisrec.data.HeldOut;
import org.trellisrec.data.HeldOut.Audience;
import org.trellisrec.data.HeldOut.CandidateRule;
import org.trellisrec.data.Interactions;
import org.trellisrec.spi.Param;

/**
 * For whom and of what lists are made, where interactions and not entities are held out.
 *
 * @param candidates which items may be recommended
 * @param audience which users with held-out interactions get a list
 */
public record WarmRules(
    @Param(description = "Which items may be recommended.", byDefault = "train")
        CandidateRule candidates,
    @Param(
            description =
                "Which users with held-out interactions get a list: those with training"
                    + " interactions, or everyone.",
            byDefault = "trained")
        Audience audience) {

  /** The task of asking for {@code truth} by these rules. */
  HeldOut of(Interactions truth) {
    return HeldOut.warm(truth).withCandidates(candidates).withAudience(audience);
  }
}
