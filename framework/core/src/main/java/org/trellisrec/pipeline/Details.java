package org.trellisrec.pipeline;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.trellisrec.data.Candidates;
import org.trellisrec.data.EnumWord;
import org.trellisrec.data.EvalTask;
import org.trellisrec.data.Split;
import org.trellisrec.report.TimingRow;
import org.trellisrec.report.TrialRow;
import org.trellisrec.report.UnitResult;

/** Tells, to a user who wants every detail, what was chosen and where the time went. */
record Details(RunListener listener) {

  /** The choices that hold for the whole run. */
  void choices(RunPlan plan, int threads) {
    Measures measures = plan.measures();
    listener.detail(
        "seeds %s, threads %d, list length %d, cutoffs %s, convention %s, mask %s"
            .formatted(
                plan.seeds(),
                threads,
                measures.depth(),
                Arrays.toString(measures.cutoffs()),
                EnumWord.of(measures.convention()),
                EnumWord.of(measures.mask())));
    listener.detail(
        "metrics: "
            + measures.metrics().stream()
                .map(metric -> metric.label())
                .collect(Collectors.joining(", ")));
  }

  /** The sizes of a split. */
  void split(Split split) {
    String where = "protocol '%s', fold %s: ".formatted(split.protocol(), split.fold());
    listener.detail(where + "%d training interactions".formatted(split.train().size()));
    split.tasks().forEach(task -> listener.detail(where + sizes(task)));
  }

  private static String sizes(EvalTask task) {
    String candidates =
        task.candidates() instanceof Candidates.Shared shared
            ? shared.items().size() + " candidates"
            : "candidates of their own";
    return "task '%s' has %d users, %d held-out interactions and %s"
        .formatted(task.name(), task.users().length, task.truth().size(), candidates);
  }

  /** What became of a unit. */
  void unit(UnitResult unit) {
    unit.trials().stream().filter(TrialRow::best).forEach(this::chosen);
    times(unit.key().model(), unit.timings());
  }

  private void chosen(TrialRow trial) {
    String value =
        trial.metric().isEmpty()
            ? ""
            : String.format(Locale.ROOT, ", %s %.6g on validation", trial.metric(), trial.value());
    listener.detail(
        "%s: trial %d %s%s".formatted(trial.model(), trial.trial(), trial.parameters(), value));
  }

  /** The times of some phases. */
  void times(String of, List<TimingRow> rows) {
    listener.detail(
        rows.stream().map(Details::time).collect(Collectors.joining(", ", of + ": ", "")));
  }

  private static String time(TimingRow row) {
    return String.format(
        Locale.ROOT,
        "%s%s %.2f s (%.2f CPU s)",
        row.phase(),
        row.trial() > 0 ? " of trial " + row.trial() : "",
        row.wallSeconds(),
        row.cpuSeconds());
  }
}
