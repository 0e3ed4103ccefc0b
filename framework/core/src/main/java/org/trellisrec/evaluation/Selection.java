package org.trellisrec.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.trellisrec.data.Interactions;

/** The requests that select from the same scores in the same way: same candidates, same mask. */
final class Selection {
  private final RankRequest pattern;
  private final CandidateItems candidates;
  private final List<ListStore> stores = new ArrayList<>();

  Selection(RankRequest pattern) {
    this.pattern = pattern;
    this.candidates = new CandidateItems(pattern.task().candidates());
  }

  boolean serves(RankRequest request) {
    return pattern.task().candidates().equals(request.task().candidates())
        && same(pattern.hidden(), request.hidden());
  }

  void add(ListStore store) {
    stores.add(store);
  }

  private static boolean same(List<Interactions> a, List<Interactions> b) {
    boolean same = a.size() == b.size();
    for (int i = 0; same && i < a.size(); i++) {
      same = a.get(i) == b.get(i);
    }
    return same;
  }

  /** A worker of its own for each thread. */
  Worker worker(int depth) {
    return new Worker(depth);
  }

  /** Buffers of one thread. */
  final class Worker {
    private final CandidateItems items = candidates.copy();
    private final TopItems top;
    private final PlaceFinder finder = new PlaceFinder();
    private float[] saved = new float[16];

    private Worker(int depth) {
      this.top = new TopItems(depth);
    }

    /** Makes the lists of one user; {@code scores} is as before afterwards. */
    void select(int user, float[] scores) {
      int size = -1;
      finder.clear();
      for (ListStore store : stores) {
        int row = Arrays.binarySearch(store.task().users(), user);
        if (row < 0) {
          continue;
        }
        if (size < 0) {
          items.load(user);
          hide(user, scores);
          size = top.select(items.items(), items.count(), scores);
        }
        store.put(row, top, size);
        if (store.places() != null) {
          finder.add(store, row, items, scores);
        }
      }
      if (!finder.isEmpty()) {
        finder.find(items, scores);
      }
      if (size >= 0) {
        restore(user, scores);
      }
    }

    private void hide(int user, float[] scores) {
      int count = hiddenOf(user);
      if (saved.length < count) {
        saved = new float[count];
      }
      int next = 0;
      for (Interactions hidden : pattern.hidden()) {
        for (int p = hidden.start(user); p < hidden.end(user); p++) {
          saved[next++] = scores[hidden.column(p)];
          scores[hidden.column(p)] = Float.NaN;
        }
      }
    }

    /** How many interactions of the user are hidden; asked for every list, so no stream. */
    private int hiddenOf(int user) {
      int count = 0;
      for (Interactions hidden : pattern.hidden()) {
        count += hidden.count(user);
      }
      return count;
    }

    private void restore(int user, float[] scores) {
      int next = hiddenOf(user);
      for (int i = pattern.hidden().size() - 1; i >= 0; i--) {
        Interactions hidden = pattern.hidden().get(i);
        for (int p = hidden.end(user) - 1; p >= hidden.start(user); p--) {
          scores[hidden.column(p)] = saved[--next];
        }
      }
    }
  }
}
