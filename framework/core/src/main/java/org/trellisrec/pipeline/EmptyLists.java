package org.trellisrec.pipeline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.trellisrec.data.EvalTask;
import org.trellisrec.report.EpochRow;
import org.trellisrec.report.ListCount;
import org.trellisrec.report.TrialRecord;

/**
 * Tells of users whom a model gave no list where their values choose between trials or epochs.
 *
 * @param unit whose model was chosen
 * @param trials those that did not fail, in order
 */
record EmptyLists(Unit unit, List<TrialRecord> trials) {
  static EmptyLists of(Unit unit, List<TrialRecord> records) {
    return new EmptyLists(unit, records.stream().filter(record -> !record.failed()).toList());
  }

  /** Tells what there is, once for all trials and epochs; nothing if no metric chose. */
  void tell() {
    String chosen = String.join(" and ", chosen());
    if (chosen.isEmpty()) {
      return;
    }
    if (counts().findAny().isPresent() && counts().allMatch(ListCount::none)) {
      unit.listener().note(decidedNothing(chosen));
    } else {
      most().values().stream()
          .filter(count -> count.withoutList() > 0 && !isTested(count))
          .forEach(count -> unit.listener().note(unit.key().model() + ": " + remark(count)));
    }
  }

  /** What a metric chose between. */
  private List<String> chosen() {
    List<String> chosen = new ArrayList<>();
    if (unit.plan().target().metric().isEmpty()) {
      return chosen;
    }
    if (trials.size() > 1) {
      chosen.add("trials");
    }
    if (trials.stream().anyMatch(trial -> validated(trial) > 1)) {
      chosen.add("epochs");
    }
    return chosen;
  }

  private static long validated(TrialRecord trial) {
    return trial.epochs().stream()
        .filter(epoch -> !epoch.metric().isEmpty())
        .mapToInt(EpochRow::epoch)
        .distinct()
        .count();
  }

  private Stream<ListCount> counts() {
    return trials.stream().flatMap(trial -> trial.lists().stream());
  }

  /** Of each task, the trial in which most users had no list. */
  private Map<String, ListCount> most() {
    Map<String, ListCount> most = new LinkedHashMap<>();
    counts()
        .forEach(
            count ->
                most.merge(
                    count.task(), count, (a, b) -> b.withoutList() > a.withoutList() ? b : a));
    return most;
  }

  /** Of test tasks that choose, the judge has told already. */
  private boolean isTested(ListCount count) {
    return unit.split().test().stream().anyMatch(task -> task.name().equals(count.task()));
  }

  private String remark(ListCount count) {
    boolean always = counts().filter(c -> c.task().equals(count.task())).allMatch(count::equals);
    return (always ? "" : "up to ") + count.remark();
  }

  private String decidedNothing(String chosen) {
    String tasks =
        String.join(
            ", ",
            most().values().stream()
                .map(count -> "'%s' (%d)".formatted(count.task(), count.users()))
                .toList());
    return "%s: validation decided nothing: no user of the tasks that choose, %s, was given a list, because the model can score none of their candidates, so that none of the %s is better than another; %s"
        .formatted(unit.key().model(), tasks, chosen, remedy());
  }

  private String remedy() {
    List<EvalTask> tests = unit.split().test(); // none where protocols share the training
    boolean lacksReveal =
        unit.selection().stream().noneMatch(EmptyLists::knowsUsers)
            && (tests.isEmpty() || tests.stream().anyMatch(EmptyLists::knowsUsers));
    return lacksReveal
        ? "give validation_splitting the same 'reveal' as test_splitting"
        : "give a validation_splitting with users and items that the model can score, or leave nothing to choose";
  }

  private static boolean knowsUsers(EvalTask task) {
    for (int user : task.users()) {
      if (task.history().count(user) > 0) {
        return true;
      }
    }
    return false;
  }
}
