package org.trellisrec.data;

import java.util.stream.IntStream;

/**
 * What a splitter sets aside, before it is known what will finally be trained on (a validation
 * split may take more): the truth, and the rules that make an {@link EvalTask} of it.
 *
 * @param name name of the task, see {@link EvalTask#name()}
 * @param truth held-out interactions, users x items
 * @param revealed interactions of the held-out users that are visible at inference though nobody
 *     trained on them; empty but for few-shot protocols
 * @param candidates which items may be recommended
 * @param audience which of the users with truth are served
 * @param unseen what the splitter promises to be cold
 */
public record HeldOut(
    String name,
    Interactions truth,
    Interactions revealed,
    CandidateRule candidates,
    Audience audience,
    Unseen unseen) {

  /** The name of a warm task. */
  public static final String WARM = "warm";

  /** Which items may be recommended. */
  public enum CandidateRule {
    /** Items with at least one training interaction. */
    TRAIN,
    /** Items that occur in the truth of the task: the rule of the SiBraR papers for cold start. */
    TRUTH,
    /** Every item of the catalogue. */
    ALL
  }

  /** Which users are served. */
  public enum Audience {
    /** Only users with at least one training interaction. */
    TRAINED,
    /** Every user with truth. */
    EVERYONE
  }

  /** A warm task: trained users, items seen in training, nothing revealed. */
  public static HeldOut warm(Interactions truth) {
    return new HeldOut(
        WARM,
        truth,
        Interactions.empty(truth.rows(), truth.columns()),
        CandidateRule.TRAIN,
        Audience.TRAINED,
        Unseen.NOTHING);
  }

  /** The same with another rule for the candidates. */
  public HeldOut withCandidates(CandidateRule rule) {
    return new HeldOut(name, truth, revealed, rule, audience, unseen);
  }

  /** The same with another rule for the users. */
  public HeldOut withAudience(Audience rule) {
    return new HeldOut(name, truth, revealed, candidates, rule, unseen);
  }

  /** The task against a model trained on {@code train}. */
  public EvalTask against(Interactions train) {
    int[] users =
        IntStream.range(0, truth.rows())
            .filter(u -> truth.count(u) > 0)
            .filter(u -> audience == Audience.EVERYONE || train.count(u) > 0)
            .toArray();
    ItemSet items =
        switch (candidates) {
          case TRAIN -> ItemSet.occurringIn(train);
          case TRUTH -> ItemSet.occurringIn(truth);
          case ALL -> ItemSet.all(truth.columns());
        };
    return new EvalTask(name, users, train.plus(revealed), truth, new Candidates.Shared(items))
        .promising(unseen);
  }
}
