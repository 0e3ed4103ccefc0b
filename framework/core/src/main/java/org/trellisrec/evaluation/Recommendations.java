package org.trellisrec.evaluation;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;

/**
 * Ranked lists of a set of users. Immutable, and primitive inside: 8 bytes per entry for lists of a
 * model, 12 for lists of a file, whose scores keep double precision.
 */
public final class Recommendations {
  /** The depth of lists that hold all there is to say of a user, such as those of a file. */
  public static final int WHOLE = Integer.MAX_VALUE;

  private final int depth;
  private final int[] users;
  private final int[] starts;
  private final int[] sizes;
  private final int[] items;
  private final IntToDoubleFunction scores;
  private final boolean single;
  private final Places places;

  /**
   * Takes over the arrays.
   *
   * @param users ascending
   * @param starts index of the first entry per user
   * @param sizes number of entries per user
   * @param single true if scores are single-precision numbers
   * @param places null if not asked for
   */
  Recommendations(
      int depth,
      int[] users,
      int[] starts,
      int[] sizes,
      int[] items,
      IntToDoubleFunction scores,
      boolean single,
      Places places) {
    this.depth = depth;
    this.users = users;
    this.starts = starts;
    this.sizes = sizes;
    this.items = items;
    this.scores = scores;
    this.single = single;
    this.places = places;
  }

  /** The length at which lists were cut, or {@link #WHOLE}; larger cutoffs cannot be evaluated. */
  public int depth() {
    return depth;
  }

  /** The users, ascending; some may have an empty list. */
  public int[] users() {
    return users.clone();
  }

  /** True if {@code user} has a list of at least one item. */
  public boolean has(int user) {
    return size(user) > 0;
  }

  /** Length of the list of {@code user}, 0 if there is none. */
  public int size(int user) {
    int row = row(user);
    return row < 0 ? 0 : sizes[row];
  }

  /**
   * The item of {@code user} at {@code rank}, from 0.
   *
   * @throws IndexOutOfBoundsException if the list is not that long
   */
  public int item(int user, int rank) {
    return items[index(user, rank)];
  }

  /**
   * The score of {@code user}'s item at {@code rank}.
   *
   * @throws IndexOutOfBoundsException if the list is not that long
   */
  public double score(int user, int rank) {
    return scores.applyAsDouble(index(user, rank));
  }

  /** The shortest text that reads back as the score of {@code user}'s item at {@code rank}. */
  public String scoreText(int user, int rank) {
    double score = score(user, rank);
    return single ? Float.toString((float) score) : Double.toString(score);
  }

  private int index(int user, int rank) {
    int row = row(user);
    return startOf(row) + Objects.checkIndex(rank, size(user));
  }

  int userCount() {
    return users.length;
  }

  /** The row of {@code user} among the users, or a negative number. */
  int row(int user) {
    return Arrays.binarySearch(users, user);
  }

  /** Index of the first entry of a row, 0 for no row. */
  int startOf(int row) {
    return row < 0 ? 0 : starts[row];
  }

  /** Length of the list in a row, 0 for no row. */
  int sizeOf(int row) {
    return row < 0 ? 0 : sizes[row];
  }

  int itemAt(int index) {
    return items[index];
  }

  double scoreAt(int index) {
    return scores.applyAsDouble(index);
  }

  /** The places of the held-out items, if they were asked for. */
  Optional<Places> places() {
    return Optional.ofNullable(places);
  }
}
