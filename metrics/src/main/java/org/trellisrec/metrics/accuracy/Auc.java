package org.trellisrec.metrics.accuracy;

import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.trellisrec.spi.Convention;
import org.trellisrec.spi.RankedList;
import org.trellisrec.spi.Summary;
import org.trellisrec.spi.SystemMetric;
import org.trellisrec.spi.TaskContext;
import org.trellisrec.spi.Truth;

/**
 * Area under the ROC curve: the probability that a relevant item ranks above an irrelevant one.
 *
 * <pre>
 * mean over users of sum over i in R_u, j irrelevant candidate of
 *     [score(i) > score(j)] + [score(i) = score(j)] / 2, over the number of pairs
 * </pre>
 *
 * It has no cutoff: every cutoff shows the same value. Range [0, 1], higher is better; a random
 * order has 0.5. A relevant item that was not ranked (not scored, or not a candidate) loses all its
 * pairs. Equal scores are half a pair, as in scikit-learn. Users without relevant items or without
 * irrelevant candidates are left out; NaN if none remains.
 *
 * <p>Conventions: {@code standard} and {@code recbole} as above. {@code elliot} averages over the
 * hits of all users together, {@code (n_u - rank + earlier hits) / n_u} with equal scores in the
 * order of the list and n_u = training items without the user's, less |R_u|, plus 1; relevant items
 * that were not ranked do not count. A user with n_u below 1, by which Elliot divides all the same,
 * is left out; values are below 0 if more than n_u irrelevant items are before a relevant one, as
 * items unknown to training can be. RecBole's own AUC pools the pairs of all users and needs
 * labelled rows, which lists do not have.
 *
 * <p>As the hits of all users are pooled in {@code elliot}, no value of a user is kept, and nothing
 * is tested for significance; {@link GroupAuc}, which in {@code standard} has the same mean, is.
 *
 * <p>Source: Rendle, Freudenthaler, Gantner and Schmidt-Thieme, BPR: Bayesian personalized ranking
 * from implicit feedback, UAI 2009, doi:10.48550/arXiv.1205.2618.
 */
@Summary(
    value =
        "The probability that a relevant item ranks above an irrelevant one; GAUC has it by user, for"
            + " tests of significance.",
    source = "Rendle et al., UAI 2009, doi:10.48550/arXiv.1205.2618")
public final class Auc implements SystemMetric<Auc.Average> {
  /** Takes no parameters. */
  @Inject
  public Auc() {}

  @Override
  public Set<Requirement> requires() {
    return Set.of(Requirement.FULL_RANKING);
  }

  @Override
  public Supplier<Average> bind(TaskContext task) {
    int trainItems = task.popularity().trained().size();
    return () -> new Average(task, trainItems);
  }

  /** Sum and number of the users' shares, or of Elliot's hits. */
  public static final class Average implements Accumulator<Average> {
    private final TaskContext task;
    private final int trainItems;
    private double sum;
    private long count;
    private int users;

    private Average(TaskContext task, int trainItems) {
      this.task = task;
      this.trainItems = trainItems;
    }

    @Override
    public void add(RankedList list) {
      Truth truth = list.truth();
      if (truth.size() == 0) {
        return;
      }
      if (task.convention() == Convention.ELLIOT) {
        addHits(list.user(), truth);
        return;
      }
      double share = PairOrder.share(truth);
      if (!Double.isNaN(share)) {
        take(share, 1);
      }
    }

    private void addHits(int user, Truth truth) {
      double irrelevant = PairOrder.elliotIrrelevant(task, trainItems, user, truth.size());
      RankedHits hits = RankedHits.of(truth);
      if (!Double.isNaN(irrelevant)) {
        take(hits.elliotSum(irrelevant), hits.count());
      }
    }

    private void take(double shares, long number) {
      sum += shares;
      count += number;
      users++;
    }

    @Override
    public void merge(Average other) {
      sum += other.sum;
      count += other.count;
      users += other.users;
    }

    @Override
    public double result() {
      return count == 0 ? Double.NaN : sum / count;
    }

    @Override
    public Map<String, Integer> users(String label) {
      return Map.of(label, users);
    }
  }
}
