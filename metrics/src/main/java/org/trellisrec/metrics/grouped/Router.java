package org.trellisrec.metrics.grouped;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.trellisrec.data.Candidates;
import org.trellisrec.data.EvalTask;
import org.trellisrec.data.ItemSet;
import org.trellisrec.metrics.Catalogue;
import org.trellisrec.metrics.clustering.Clustering;
import org.trellisrec.spi.RankedList;
import org.trellisrec.spi.TaskContext;

/** Decides which groups see a list, and what of it. */
sealed interface Router {
  /** Hands a list to the slots of its groups. Used by one thread. */
  @FunctionalInterface
  interface Dispatch {
    void to(Slots slots, RankedList list);
  }

  /** A way to hand lists on, for one thread. */
  Dispatch dispatch();

  /** What the metric is told in every group. */
  List<TaskContext> contexts(TaskContext task);

  /** A list goes to the group of its user. */
  record ByUser(Clustering users) implements Router {
    @Override
    public Dispatch dispatch() {
      return (slots, list) -> {
        int group = users.of()[list.user()];
        if (group >= 0) {
          slots.add(group, list);
        }
      };
    }

    @Override
    public List<TaskContext> contexts(TaskContext task) {
      return Collections.nCopies(users.size(), task);
    }
  }

  /** Every group of items sees its part of every list. */
  record ByItem(Clustering items, boolean keepsItems, int catalogue) implements Router {
    @Override
    public Dispatch dispatch() {
      GroupView view = new GroupView(items.of(), keepsItems);
      return (slots, list) -> {
        for (int group = 0; group < items.size(); group++) {
          view.load(list, group);
          slots.add(group, view);
        }
      };
    }

    @Override
    public List<TaskContext> contexts(TaskContext task) {
      List<TaskContext> contexts = new ArrayList<>();
      for (int group = 0; group < items.size(); group++) {
        contexts.add(contextOf(task, group));
      }
      return contexts;
    }

    private TaskContext contextOf(TaskContext task, int group) {
      EvalTask all = task.task();
      EvalTask part =
          new EvalTask(
                  all.name(),
                  all.users(),
                  all.history(),
                  all.truth().filter(p -> items.of()[all.truth().column(p)] == group),
                  keepsItems ? candidates(task, group) : all.candidates())
              .promising(all.unseen())
              .seeing(all.visible());
      return new TaskContext(
          task.dataset(),
          task.train(),
          part,
          task.popularity(),
          task.convention(),
          task.relevanceThreshold());
    }

    private Candidates candidates(TaskContext task, int group) {
      if (task.task().candidates() instanceof Candidates.PerUser own) {
        return new Candidates.PerUser(
            own.items().filter(p -> items.of()[own.items().column(p)] == group));
      }
      ItemSet all = Catalogue.candidates(task);
      return new Candidates.Shared(
          ItemSet.where(catalogue, item -> all.contains(item) && items.of()[item] == group));
    }
  }
}
