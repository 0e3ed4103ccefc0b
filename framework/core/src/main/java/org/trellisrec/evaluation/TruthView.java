package org.trellisrec.evaluation;

import java.util.Arrays;
import org.trellisrec.data.EvalTask;
import org.trellisrec.data.Interactions;
import org.trellisrec.spi.TaskContext;
import org.trellisrec.spi.Truth;

/** The relevant items of one user after another. Reused: nothing is allocated per user. */
final class TruthView implements Truth {
  private final TaskContext context;
  private final EvalTask task;
  private final Recommendations lists;
  private final Places places;
  private int[] items = new int[16];
  private float[] ratings = new float[16];
  private float[] ordered = new float[16];
  private int[] positions = new int[16];
  private int[] ranks = new int[16];
  private int size;
  private int user;
  private int taskRow;
  private int listRow;
  private boolean isOrdered;
  private boolean isRanked;

  TruthView(TaskContext context, Recommendations lists) {
    this.context = context;
    this.task = context.task();
    this.lists = lists;
    this.places = lists.places().orElse(null);
  }

  void load(int nextTaskRow, int nextListRow) {
    taskRow = nextTaskRow;
    listRow = nextListRow;
    user = task.users()[taskRow];
    size = 0;
    isOrdered = false;
    isRanked = false;
    Interactions truth = task.truth();
    if (items.length < truth.count(user)) {
      grow(truth.count(user));
    }
    for (int p = truth.start(user); p < truth.end(user); p++) {
      if (context.isRelevant(p)) {
        requireDistinct(truth.column(p));
        items[size] = truth.column(p);
        ratings[size] = truth.rating(p);
        positions[size++] = p;
      }
    }
  }

  private void requireDistinct(int item) {
    if (size > 0 && items[size - 1] == item) {
      throw new IllegalArgumentException(
          "task %s holds out item number %d twice for user number %d"
              .formatted(task.name(), item, user));
    }
  }

  private void grow(int length) {
    items = new int[length];
    ratings = new float[length];
    ordered = new float[length];
    positions = new int[length];
    ranks = new int[length];
  }

  /** Index of a relevant item, or a negative number. */
  int find(int item) {
    return Arrays.binarySearch(items, 0, size, item);
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public int item(int index) {
    return items[index];
  }

  @Override
  public float rating(int index) {
    return ratings[index];
  }

  @Override
  public float idealRating(int place) {
    if (!isOrdered) {
      System.arraycopy(ratings, 0, ordered, 0, size);
      if (!isAscending(ordered, size)) {
        Arrays.sort(ordered, 0, size);
      }
      isOrdered = true;
    }
    return ordered[size - 1 - place];
  }

  /** Ratings often are all the same. */
  private static boolean isAscending(float[] values, int size) {
    for (int i = 1; i < size; i++) {
      if (values[i - 1] > values[i]) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int rank(int index) {
    return places == null ? rankInList(index) : places.ranks()[positions[index]];
  }

  @Override
  public double meanRank(int index) {
    return places == null ? meanRankInList(index) : places.meanRank(positions[index]);
  }

  private double meanRankInList(int index) {
    int rank = rankInList(index);
    if (rank < 0) {
      return rank;
    }
    int start = lists.startOf(listRow);
    double score = lists.scoreAt(start + rank);
    int first = rank;
    int last = rank;
    while (first > 0 && lists.scoreAt(start + first - 1) == score) {
      first--;
    }
    while (last + 1 < lists.sizeOf(listRow) && lists.scoreAt(start + last + 1) == score) {
      last++;
    }
    return (first + last) / 2.0;
  }

  @Override
  public double score(int index) {
    if (places != null) {
      return places.scores()[positions[index]];
    }
    int rank = rankInList(index);
    return rank < 0 ? Double.NaN : lists.scoreAt(lists.startOf(listRow) + rank);
  }

  @Override
  public int candidates() {
    return places == null ? lists.sizeOf(listRow) : places.candidates()[taskRow];
  }

  /** The whole list is the ranking where nothing else is known. */
  private int rankInList(int index) {
    if (!isRanked) {
      Arrays.fill(ranks, 0, size, -1);
      int start = lists.startOf(listRow);
      for (int rank = 0; rank < lists.sizeOf(listRow); rank++) {
        int found = find(lists.itemAt(start + rank));
        if (found >= 0) {
          ranks[found] = rank;
        }
      }
      isRanked = true;
    }
    return ranks[index];
  }
}
