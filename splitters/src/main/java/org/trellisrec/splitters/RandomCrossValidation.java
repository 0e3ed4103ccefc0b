package org.trellisrec.splitters;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.PermutationSampler;
import org.trellisrec.data.Dataset;
import org.trellisrec.data.Holdout;
import org.trellisrec.data.Interactions;
import org.trellisrec.spi.Inline;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.Param;
import org.trellisrec.spi.Seed;
import org.trellisrec.spi.Splitter;
import org.trellisrec.spi.Summary;

/**
 * Shuffled k-fold cross-validation: every interaction is held out in exactly one fold, and folds
 * differ in size by at most one interaction in all and, unless global, by at most one of every
 * user. But per user, one with a single interaction keeps it in training in every fold; such users
 * are counted and noted.
 */
@Summary(
    "Shuffled k-fold cross-validation; every interaction is tested once, but for the only one of a"
        + " user where users are split on their own.")
public final class RandomCrossValidation implements Splitter {
  private static final short NEVER = -1;

  private final Params params;

  /**
   * The parameters.
   *
   * @param folds number of folds, 2 to 1000
   * @param per whether users are dealt out on their own
   * @param rules for whom and of what lists are made
   */
  public record Params(
      @Param(description = "Number of folds.", byDefault = "5", min = 2, max = 1000) int folds,
      @Param(
              description = "Deal out every user's interactions on their own, or all together.",
              byDefault = "user")
          Per per,
      @Inline WarmRules rules) {}

  /** The splitter with these parameters. */
  @Inject
  public RandomCrossValidation(Params params) {
    this.params = params;
  }

  @Override
  public List<Holdout> split(Dataset data, Seed seed) {
    Interactions all = data.interactions();
    short[] foldOf = new short[all.size()];
    List<String> notes = List.of();
    if (params.per == Per.GLOBAL) {
      requireEnough(all.size(), "interactions");
      UniformRandomProvider random = seed.derive("all").rng();
      deal(foldOf, 0, foldOf.length, random.nextInt(params.folds), random);
    } else {
      notes = dealPerUser(data, foldOf, seed);
    }
    List<Holdout> folds = new ArrayList<>();
    for (int fold = 0; fold < params.folds; fold++) {
      int held = fold;
      folds.add(
          new Holdout(
              all.filter(p -> foldOf[p] != held),
              params.rules.of(all.filter(p -> foldOf[p] == held)),
              notes));
    }
    return folds;
  }

  /**
   * Deals to users in random order, each beginning with the fold after the last one of the user
   * before: if everyone began anew, few interactions could leave a fold empty.
   */
  private List<String> dealPerUser(Dataset data, short[] foldOf, Seed seed) {
    Interactions all = data.interactions();
    int[] singles = IntStream.range(0, all.rows()).filter(user -> all.count(user) == 1).toArray();
    requireEnough(all.size() - singles.length, "interactions of users who have at least two");
    for (int user : singles) {
      foldOf[all.start(user)] = NEVER;
    }
    int[] users = IntStream.range(0, all.rows()).filter(user -> all.count(user) > 1).toArray();
    UniformRandomProvider order = seed.derive("users").rng();
    int next = order.nextInt(params.folds);
    PermutationSampler.shuffle(order, users);
    for (int user : users) {
      UniformRandomProvider random = seed.derive(data.users().id(user)).rng();
      deal(foldOf, all.start(user), all.end(user), next, random);
      next = (next + all.count(user)) % params.folds;
    }
    return singles.length == 0
        ? List.of()
        : List.of(kept(singles.length, Present.users(all).cardinality()));
  }

  private static String kept(int singles, int users) {
    return "%d of %d users have one interaction and keep it in training".formatted(singles, users);
  }

  private void requireEnough(int dealt, String what) {
    if (dealt < params.folds) {
      throw new InputException(
          "random_cross_validation: %d %s cannot fill %d folds; set fewer folds",
          dealt, what, params.folds);
    }
  }

  /** Fold numbers in turn, beginning with {@code first}, in random order (Fisher-Yates). */
  private void deal(short[] foldOf, int from, int to, int first, UniformRandomProvider random) {
    for (int p = from; p < to; p++) {
      int other = from + random.nextInt(p - from + 1);
      foldOf[p] = foldOf[other];
      foldOf[other] = (short) ((first + p - from) % params.folds);
    }
  }
}
