package org.trellisrec.data;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * One evaluation: for these users, given what is visible of them, rank the candidate items; the
 * truth decides.
 *
 * @param name {@code warm}, {@code user_cold}, {@code item_cold}, {@code both_cold}, or a name of
 *     the splitter's own; validation tasks carry the prefix {@code validation_}
 * @param users the users to serve, ascending
 * @param history what a model may see of each user at inference, users x items: the training
 *     interactions and what else is revealed; not recommended again, unless {@code evaluation.mask}
 *     says otherwise
 * @param truth held-out interactions of these users, users x items
 * @param candidates the items that may be recommended
 * @param unseen what is promised to be cold
 * @param visible which modalities a model may use at inference
 */
public record EvalTask(
    String name,
    int[] users,
    Interactions history,
    Interactions truth,
    Candidates candidates,
    Unseen unseen,
    VisibleModalities visible) {

  /** A task that promises nothing to be cold, in which all modalities are visible. */
  public EvalTask(
      String name, int[] users, Interactions history, Interactions truth, Candidates candidates) {
    this(name, users, history, truth, candidates, Unseen.NOTHING, VisibleModalities.ALL);
  }

  /**
   * True if a held-out interaction is relevant: its rating is at least the threshold, in the
   * precision of ratings, so that a rating written like the threshold reaches it.
   *
   * @param position of the interaction in the truth
   */
  public boolean isRelevant(int position, double threshold) {
    return truth.rating(position) >= (float) threshold;
  }

  /** True if some user to serve has a held-out interaction that is relevant. */
  public boolean hasRelevant(double threshold) {
    return Arrays.stream(users)
        .anyMatch(
            user ->
                IntStream.range(truth.start(user), truth.end(user))
                    .anyMatch(p -> isRelevant(p, threshold)));
  }

  /** The same task under another name. */
  public EvalTask named(String other) {
    return new EvalTask(other, users, history, truth, candidates, unseen, visible);
  }

  /** The same task for some of its users; the truth still has the others' rows. */
  public EvalTask serving(int[] some) {
    return new EvalTask(name, some, history, truth, candidates, unseen, visible);
  }

  /** The same task with another truth. */
  public EvalTask withTruth(Interactions other) {
    return new EvalTask(name, users, history, other, candidates, unseen, visible);
  }

  /** The same task with other candidates. */
  public EvalTask withCandidates(Candidates other) {
    return new EvalTask(name, users, history, truth, other, unseen, visible);
  }

  /** The same task with other promises of what is cold. */
  public EvalTask promising(Unseen other) {
    return new EvalTask(name, users, history, truth, candidates, other, visible);
  }

  /** The same task with other modalities visible. */
  public EvalTask seeing(VisibleModalities other) {
    return new EvalTask(name, users, history, truth, candidates, unseen, other);
  }
}
