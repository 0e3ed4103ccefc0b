package org.trellisrec.pipeline;

import com.carrotsearch.hppc.IntArrayList;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.trellisrec.data.Candidates;
import org.trellisrec.data.Dataset;
import org.trellisrec.data.EvalTask;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.Split;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.Seed;

/**
 * Replaces the candidates of every task of a split by those of sampled evaluation: for each user
 * all of the truth, and some items that the user is not known to have liked.
 *
 * <p>Metrics on sampled candidates need not rank models as metrics on all candidates do (Krichene
 * and Rendle, On Sampled Metrics for Item Recommendation, KDD 2020, doi:10.1145/3394486.3403226).
 */
public final class NegativeSampling {
  /** How likely an item is drawn. */
  public enum Distribution {
    /** All items alike. */
    UNIFORM,
    /** In proportion to the number of its interactions in the whole data. */
    POPULARITY
  }

  private NegativeSampling() {}

  /**
   * Draws negatives for every user of every task, without replacement, from the items that the task
   * allows and that the user has in no interaction of the data. A user's draw depends on the seed,
   * the fold, the task and the user's id only.
   *
   * @param negatives number of items to draw for each user, at least 1
   * @throws InputException if a user has fewer such items; naming how many users, and one of them
   */
  public static Split sample(
      Dataset data, Split split, int negatives, Distribution distribution, Seed seed) {
    List<EvalTask> validation = new ArrayList<>();
    List<EvalTask> test = new ArrayList<>();
    for (EvalTask task : split.validation()) {
      validation.add(sample(data, split, task, negatives, distribution, seed));
    }
    for (EvalTask task : split.test()) {
      test.add(sample(data, split, task, negatives, distribution, seed));
    }
    return new Split(split.protocol(), split.fold(), split.train(), validation, test);
  }

  private static EvalTask sample(
      Dataset data,
      Split split,
      EvalTask task,
      int negatives,
      Distribution distribution,
      Seed seed) {
    Seed own = seed.derive("negatives/" + split.fold() + "/" + task.name());
    Urn urn = new Urn(weights(data, task, distribution));
    IntArrayList users = new IntArrayList();
    IntArrayList items = new IntArrayList();
    int lacking = 0;
    int example = -1;
    for (int user : task.users()) {
      urn.reset();
      exclude(urn, data.interactions(), user);
      if (urn.remaining() < negatives) {
        example = lacking++ == 0 ? user : example;
        continue;
      }
      items.add(urn.draw(negatives, own.derive(data.users().id(user)).rng()));
      while (users.size() < items.size()) {
        users.add(user);
      }
    }
    if (lacking > 0) {
      throw new InputException(
          "negative_sampling: %d of %d users of task '%s', fold %s, have fewer than %d items left to"
              + " draw from, for example '%s'; lower num_items",
          lacking,
          task.users().length,
          task.name(),
          split.fold(),
          negatives,
          data.users().id(example));
    }
    return withNegatives(task, users.toArray(), items.toArray());
  }

  private static void exclude(Urn urn, Interactions interactions, int user) {
    for (int p = interactions.start(user); p < interactions.end(user); p++) {
      urn.exclude(interactions.column(p));
    }
  }

  private static int[] weights(Dataset data, EvalTask task, Distribution distribution) {
    if (!(task.candidates() instanceof Candidates.Shared shared)) {
      throw new IllegalArgumentException(
          "task '%s' already has candidates of each user's own".formatted(task.name()));
    }
    int[] weights = data.interactions().columnCounts();
    for (int item = 0; item < weights.length; item++) {
      if (!shared.items().contains(item)) {
        weights[item] = 0;
      } else if (distribution == Distribution.UNIFORM) {
        weights[item] = 1;
      }
    }
    return weights;
  }

  /**
   * Takes the negatives from files: one line per user, the user's id (bare, or as Elliot writes it,
   * {@code (id,)}) and then item ids, all separated by tabs.
   *
   * @param test negatives of the test tasks
   * @param validation negatives of the validation tasks, or null to leave these as they are
   * @throws InputException if a file cannot be read, holds unknown ids, or lacks a user who is
   *     served
   */
  public static Split fixed(Dataset data, Split split, Path test, Path validation) {
    return new Split(
        split.protocol(),
        split.fold(),
        split.train(),
        validation == null ? split.validation() : fixed(data, split.validation(), validation),
        fixed(data, split.test(), test));
  }

  private static List<EvalTask> fixed(Dataset data, List<EvalTask> tasks, Path file) {
    Interactions listed = NegativesFile.read(file, data);
    List<EvalTask> fixed = new ArrayList<>();
    for (EvalTask task : tasks) {
      IntArrayList users = new IntArrayList();
      IntArrayList items = new IntArrayList();
      for (int user : task.users()) {
        if (listed.count(user) == 0) {
          throw new InputException(
              "%s: no line for user '%s', who is served in task '%s'",
              file, data.users().id(user), task.name());
        }
        for (int p = listed.start(user); p < listed.end(user); p++) {
          users.add(user);
          items.add(listed.column(p));
        }
      }
      fixed.add(withNegatives(task, users.toArray(), items.toArray()));
    }
    return fixed;
  }

  private static EvalTask withNegatives(EvalTask task, int[] userOf, int[] itemOf) {
    Interactions truth = task.truth();
    Interactions negatives =
        Interactions.of(truth.rows(), truth.columns(), userOf, itemOf, null, null);
    Interactions added = new Except(negatives, truth).interactions();
    return task.withCandidates(new Candidates.PerUser(added.plus(truth.binary())));
  }
}
