package org.trellisrec.tensorflow.batch;

import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.ItemSet;
import org.trellisrec.spi.InputException;

/**
 * The training interactions that a sampler visits: all of them, or where it draws negatives too,
 * those of users who have any.
 */
public final class Positives {
  private final Interactions train;
  private final int[] users;
  private final int[] positions;

  private Positives(Interactions train, int[] users) {
    this.train = train;
    this.users = users;
    this.positions = positionsOf(train, users);
  }

  /**
   * Every training interaction.
   *
   * @param train training interactions, users x items
   * @throws InputException if there are none
   */
  public static Positives all(Interactions train) {
    return new Positives(train, usersOf(train));
  }

  /**
   * The training interactions of users who lack an item that occurs in training.
   *
   * @param train training interactions, users x items
   * @throws InputException if there are none
   */
  public static Positives withNegatives(Interactions train) {
    int items = ItemSet.occurringIn(train).size();
    int[] all = usersOf(train);
    int[] lacking = IntStream.of(all).filter(user -> train.count(user) < items).toArray();
    if (lacking.length == 0) {
      throw new InputException(
          "nothing can be sampled from the training data: of %d users with interactions none lacks "
              + "any of the %d items, so there are no negatives; check the split and the filters",
          all.length, items);
    }
    return new Positives(train, lacking);
  }

  /** The users with interactions, ascending; at least one. */
  static int[] usersOf(Interactions train) {
    int[] users = IntStream.range(0, train.rows()).filter(user -> train.count(user) > 0).toArray();
    if (users.length == 0) {
      throw new InputException(
          "there are no training interactions to learn from; check the split and the filters");
    }
    return users;
  }

  private static int[] positionsOf(Interactions train, int[] users) {
    int[] positions = new int[IntStream.of(users).map(train::count).sum()];
    int next = 0;
    for (int user : users) {
      for (int p = train.start(user); p < train.end(user); p++) {
        positions[next++] = p;
      }
    }
    return positions;
  }

  /** Which training interactions are never visited, with their number; empty if all are. */
  public Optional<String> leftOut() {
    if (positions.length == train.size()) {
      return Optional.empty();
    }
    int all = usersOf(train).length;
    return Optional.of(
        ("left out of training: %d of %d interactions, of %d of %d users; these users have all %d"
                + " items of the training data, so that no negatives can be sampled for them")
            .formatted(
                train.size() - positions.length,
                train.size(),
                all - users.length,
                all,
                ItemSet.occurringIn(train).size()));
  }

  /** The position in the training matrix of one of this user's interactions, drawn uniformly. */
  public int ofUser(int user, UniformRandomProvider random) {
    return train.start(user) + random.nextInt(train.count(user));
  }

  /** A user whose interactions are visited, drawn uniformly. */
  public int user(UniformRandomProvider random) {
    return users[random.nextInt(users.length)];
  }

  /** Positions in the training matrix of what is visited, ascending. */
  public int[] positions() {
    return positions;
  }

  /** Number of interactions that are visited, at least 1. */
  public int size() {
    return positions.length;
  }

  /** The training interactions. */
  public Interactions train() {
    return train;
  }
}
