package org.trellisrec.evaluation;

import org.trellisrec.data.EvalTask;

/** The lists of one request while they are made: room of equal length for every user. */
final class ListStore {
  private final int depth;
  private final int room;
  private final EvalTask task;
  private final int[] items;
  private final float[] scores;
  private final int[] sizes;
  private final Places places;

  /**
   * Empty lists.
   *
   * @param depth length of a list, of which no more is used than there are items
   */
  ListStore(RankRequest request, int depth) {
    this.depth = depth;
    this.task = request.task();
    this.room = Math.min(depth, task.history().columns());
    int users = task.users().length;
    long entries = (long) users * room;
    if (entries > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException(
          "lists of %d items for %d users are more than an array can hold; take a smaller top_k"
              .formatted(room, users));
    }
    this.items = new int[(int) entries];
    this.scores = new float[(int) entries];
    this.sizes = new int[users];
    this.places = request.places() ? Places.of(task) : null;
  }

  EvalTask task() {
    return task;
  }

  /** Null if not asked for. */
  Places places() {
    return places;
  }

  /** Writes the selection {@code top} of {@code size} items as the list of the user in a row. */
  void put(int row, TopItems top, int size) {
    sizes[row] = size;
    for (int rank = 0; rank < size; rank++) {
      long key = top.ranked(rank);
      items[row * room + rank] = TopItems.item(key);
      scores[row * room + rank] = TopItems.score(key);
    }
  }

  Recommendations finish() {
    int[] starts = new int[sizes.length];
    for (int row = 0; row < starts.length; row++) {
      starts[row] = row * room;
    }
    float[] finished = scores;
    return new Recommendations(
        depth, task.users().clone(), starts, sizes, items, i -> finished[i], true, places);
  }
}
