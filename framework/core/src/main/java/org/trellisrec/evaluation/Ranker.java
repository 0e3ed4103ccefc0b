package org.trellisrec.evaluation;

import java.util.ArrayList;
import java.util.List;
import org.trellisrec.spi.ListModel;
import org.trellisrec.spi.Model;
import org.trellisrec.spi.Progress;

/**
 * Makes ranked lists from a model's scores. Users are scored in blocks of a few megabytes, several
 * blocks at once. An item the model left unscored (NaN), a hidden item and an item that is no
 * candidate are never recommended. Equal scores are ordered by item index, the lower one first. The
 * lists of a {@link ListModel} keep their order.
 *
 * @param depth length of the lists, the largest cutoff to be evaluated
 * @param threads number of blocks in work at once, at least 1; does not influence the result
 */
public record Ranker(int depth, int threads) {
  /** Checks the numbers. */
  public Ranker {
    if (depth < 1 || threads < 1) {
      throw new IllegalArgumentException(
          "depth %d and threads %d must both be at least 1".formatted(depth, threads));
    }
  }

  /** Number of users that {@link #rank} will score for these requests, for the progress total. */
  public static long users(List<RankRequest> requests) {
    List<ScoringGroup> groups = new ArrayList<>();
    for (RankRequest request : requests) {
      groupOf(request, groups).add(request, new ListStore(request, 0));
    }
    return groups.stream().mapToLong(ScoringGroup::size).sum();
  }

  /**
   * Ranks for all requests. Those whose tasks share the history (the same object) are served in one
   * pass, in which every user is scored once.
   *
   * @param name the model's name for messages
   * @param progress advances by one per user
   * @return lists in the order of the requests
   * @throws org.trellisrec.spi.DivergedException if a score is infinite
   * @throws IllegalStateException if a list of a {@link ListModel} is not what it promises
   */
  public List<Recommendations> rank(
      String name, Model model, List<RankRequest> requests, Progress progress) {
    if (model instanceof ListModel lists) {
      return select(name, lists, requests, progress);
    }
    List<ScoringGroup> groups = new ArrayList<>();
    List<ListStore> stores = new ArrayList<>();
    for (RankRequest request : requests) {
      ListStore store = new ListStore(request, depth);
      stores.add(store);
      groupOf(request, groups).add(request, store);
    }
    for (ScoringGroup group : groups) {
      group.run(name, model, depth, threads, progress);
    }
    return stores.stream().map(ListStore::finish).toList();
  }

  private List<Recommendations> select(
      String name, ListModel model, List<RankRequest> requests, Progress progress) {
    List<Recommendations> lists =
        requests.stream()
            .map(request -> new ListSelection(name, model, depth, request).lists())
            .toList();
    progress.advance(users(requests));
    return lists;
  }

  private static ScoringGroup groupOf(RankRequest request, List<ScoringGroup> groups) {
    for (ScoringGroup group : groups) {
      if (group.serves(request)) {
        return group;
      }
    }
    ScoringGroup group = new ScoringGroup(request.task().history());
    groups.add(group);
    return group;
  }
}
