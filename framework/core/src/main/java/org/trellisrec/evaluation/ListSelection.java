package org.trellisrec.evaluation;

import com.carrotsearch.hppc.DoubleArrayList;
import com.carrotsearch.hppc.IntArrayList;
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
  }

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
    for (int rank = 0; rank < model.size(user); rank++) {
      int item = model.item(user, rank);
      double score = model.score(user, rank);
      if (!(score <= last) || score == Double.NEGATIVE_INFINITY) {
        throw new IllegalStateException(
            "%s has a list for user number %d with the score %s at rank %d; expected a finite number, no higher than the one before"
                .formatted(name, user, score, rank));
      }
      last = score;
      if (isOffered(user, item)) {
        shownItems.add(item);
        shownScores.add(score);
      }
    }
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
