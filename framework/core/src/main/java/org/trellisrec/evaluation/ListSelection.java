package org.trellisrec.evaluation;

import com.carrotsearch.hppc.DoubleArrayList;
import com.carrotsearch.hppc.IntArrayList;
import com.google.errorprone.annotations.FormatMethod;
import java.util.Arrays;
import org.trellisrec.data.Interactions;
import org.trellisrec.spi.ListModel;

/** Selects the lists of one request from those that a model has. */
final class ListSelection {
  private final String name;
  private final ListModel model;
  private final int depth;
  private final RankRequest request;
  private final CandidateItems candidates;
  private final Places places;
  private final IntArrayList items = new IntArrayList();
  private final DoubleArrayList scores = new DoubleArrayList();

  /** For every item the position of the current user in the truth, or -1. */
  private final int[] positionOf;

  /** For every item the user in whose list it was last found, or -1; spares a set for each list. */
  private final int[] listedFor;

  /** What the current user's list holds that may be shown, uncut. */
  private final IntArrayList shownItems = new IntArrayList();

  private final DoubleArrayList shownScores = new DoubleArrayList();

  ListSelection(String name, ListModel model, int depth, RankRequest request) {
    this.name = name;
    this.model = model;
    this.depth = depth;
    this.request = request;
    this.candidates = new CandidateItems(request.task().candidates());
    this.places = request.places() ? Places.of(request.task()) : null;
    this.positionOf = new int[request.task().history().columns()];
    Arrays.fill(positionOf, -1);
    this.listedFor = positionOf.clone();
  }

  /**
   * The lists of all users of the request.
   *
   * @throws IllegalStateException if a list of the model is not what {@link ListModel} promises
   */
  Recommendations lists() {
    int[] users = request.task().users().clone();
    int[] starts = new int[users.length];
    int[] sizes = new int[users.length];
    for (int row = 0; row < users.length; row++) {
      select(users[row]);
      starts[row] = items.size();
      sizes[row] = Math.min(depth, shownItems.size());
      for (int rank = 0; rank < sizes[row]; rank++) {
        items.add(shownItems.get(rank));
        scores.add(shownScores.get(rank));
      }
      if (places != null) {
        places.candidates()[row] = shownItems.size();
        place(users[row]);
      }
    }
    double[] finished = scores.toArray();
    return new Recommendations(
        depth, users, starts, sizes, items.toArray(), i -> finished[i], false, places);
  }

  private void select(int user) {
    shownItems.clear();
    shownScores.clear();
    candidates.load(user);
    double last = Double.MAX_VALUE;
    int size = model.size(user);
    if (size < 0) {
      throw broken(user, "the size %d; expected 0 or more", size);
    }
    for (int rank = 0; rank < size; rank++) {
      int item = model.item(user, rank);
      requireNew(user, rank, item);
      double score = model.score(user, rank);
      if (!(score <= last) || score == Double.NEGATIVE_INFINITY) {
        throw broken(
            user,
            "the score %s at rank %d; expected a finite number, no higher than the one before",
            score,
            rank);
      }
      last = score;
      if (isOffered(user, item)) {
        shownItems.add(item);
        shownScores.add(score);
      }
    }
  }

  /** An item that counts twice would lift metrics above their maximum. */
  private void requireNew(int user, int rank, int item) {
    if (item < 0 || item >= listedFor.length) {
      throw broken(
          user,
          "item number %d at rank %d; expected a number from 0 to %d",
          item,
          rank,
          listedFor.length - 1);
    }
    if (listedFor[item] == user) {
      throw broken(
          user, "item number %d once more at rank %d; expected every item once", item, rank);
    }
    listedFor[item] = user;
  }

  @FormatMethod
  private IllegalStateException broken(int user, String format, Object... arguments) {
    return new IllegalStateException(
        "%s has a list for user number %d with ".formatted(name, user)
            + format.formatted(arguments));
  }

  private boolean isOffered(int user, int item) {
    return Arrays.binarySearch(candidates.items(), 0, candidates.count(), item) >= 0
        && request.hidden().stream().noneMatch(hidden -> hidden.contains(user, item));
  }

  /** Items of equal score share their ranks. */
  private void place(int user) {
    Interactions truth = request.task().truth();
    for (int p = truth.start(user); p < truth.end(user); p++) {
      positionOf[truth.column(p)] = p;
    }
    int first = 0;
    while (first < shownItems.size()) {
      int end = first + 1;
      while (end < shownItems.size() && shownScores.get(end) == shownScores.get(first)) {
        end++;
      }
      for (int rank = first; rank < end; rank++) {
        place(positionOf[shownItems.get(rank)], rank, first + end - 1);
      }
      first = end;
    }
    for (int p = truth.start(user); p < truth.end(user); p++) {
      positionOf[truth.column(p)] = -1;
    }
  }

  private void place(int position, int rank, int ties) {
    if (position >= 0) {
      places.ranks()[position] = rank;
      places.ties()[position] = ties;
      places.scores()[position] = (float) shownScores.get(rank);
    }
  }
}
