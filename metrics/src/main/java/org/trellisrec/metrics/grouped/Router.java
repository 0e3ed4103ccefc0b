package org.trellisrec.metrics.grouped;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.trellisrec.data.Candidates;
import org.trellisrec.data.EvalTask;
import org.trellisrec.data.ItemSet;
import org.trellisrec.metrics.Catalogue;
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

  /** A list goes to the groups of its user. */
  record ByUser(Groups users) implements Router {
    @Override
    public Dispatch dispatch() {
      return (slots, list) -> {
        for (int group : users.of()[list.user()]) {
          slots.add(group, list);
        }
      };
    }

    @Override
    public List<TaskContext> contexts(TaskContext task) {
      List<TaskContext> contexts = new ArrayList<>();
      for (int group = 0; group < users.size(); group++) {
        contexts.add(task.withTask(task.task().serving(members(task, group))));
      }
      return contexts;
    }

    private int[] members(TaskContext task, int group) {
      return Arrays.stream(task.task().users()).filter(u -> users.contains(group, u)).toArray();
    }
  }

  /** Every group of items sees its part of every list. */
  record ByItem(Groups items, boolean keepsItems, int catalogue) implements Router {
    @Override
    public Dispatch dispatch() {
      GroupView view = new GroupView(items, keepsItems);
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
          all.withTruth(all.truth().filter(p -> items.contains(group, all.truth().column(p))));
      return task.withTask(keepsItems ? part.withCandidates(candidates(task, group)) : part);
    }

    private Candidates candidates(TaskContext task, int group) {
      if (task.task().candidates() instanceof Candidates.PerUser own) {
        return new Candidates.PerUser(
            own.items().filter(p -> items.contains(group, own.items().column(p))));
      }
      ItemSet all = Catalogue.candidates(task);
      return new Candidates.Shared(
          ItemSet.where(catalogue, item -> all.contains(item) && items.contains(group, item)));
    }
  }
}
