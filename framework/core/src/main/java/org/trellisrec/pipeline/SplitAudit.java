package org.trellisrec.pipeline;

import com.google.errorprone.annotations.FormatMethod;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.trellisrec.data.Candidates;
import org.trellisrec.data.Dataset;
import org.trellisrec.data.EvalTask;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.PairSets;
import org.trellisrec.data.PairSets.Found;
import org.trellisrec.data.Split;
import org.trellisrec.data.TaskNames;
import org.trellisrec.spi.InputException;

/**
 * Checks that a split, whoever made it, leaks nothing and keeps its promises: training, validation
 * and test interactions are pairwise disjoint and part of the data, nothing visible at inference is
 * asked for, no pair is there twice, entities promised cold are cold, and users and candidates
 * belong to the catalogue. Linear in the number of interactions.
 */
public final class SplitAudit {
  private final Dataset data;
  private final Split split;
  private final List<String> findings = new ArrayList<>();

  private SplitAudit(Dataset data, Split split) {
    this.data = data;
    this.split = split;
  }

  /**
   * Refuses a split that does not hold what it promises.
   *
   * @throws InputException naming every finding with its count and one example in original ids
   */
  public static void audit(Dataset data, Split split) {
    List<String> findings = findings(data, split);
    if (!findings.isEmpty()) {
      throw new InputException(
          "the split of protocol '%s', fold %s, cannot be evaluated; correct the files or the"
              + " splitter that it comes from:%n- %s",
          split.protocol(), split.fold(), String.join(System.lineSeparator() + "- ", findings));
    }
  }

  /** What is wrong with the split, one sentence each; empty if nothing is. */
  public static List<String> findings(Dataset data, Split split) {
    SplitAudit audit = new SplitAudit(data, split);
    audit.shapes();
    if (audit.findings.isEmpty()) {
      audit.training();
      split.tasks().forEach(audit::task);
      audit.validationAgainstTest();
    }
    return List.copyOf(audit.findings);
  }

  private void shapes() {
    shape("training interactions", split.train());
    for (EvalTask task : split.tasks()) {
      shape("the truth of task '%s'".formatted(task.name()), task.truth());
      shape("the history of task '%s'".formatted(task.name()), task.history());
      candidates(task);
    }
  }

  private void shape(String what, Interactions found) {
    int users = data.users().size();
    int items = data.items().size();
    if (found.rows() != users || found.columns() != items) {
      add(
          "%s: %d x %d, but the data have %d users and %d items",
          what, found.rows(), found.columns(), users, items);
    }
  }

  private void candidates(EvalTask task) {
    if (task.candidates() instanceof Candidates.PerUser perUser) {
      shape("the candidates of task '%s'".formatted(task.name()), perUser.items());
    } else if (task.candidates() instanceof Candidates.Shared shared) {
      if (shared.items().catalogue() != data.items().size()) {
        add(
            "the candidates of task '%s' come from a catalogue of %d items, but the data have %d",
            task.name(), shared.items().catalogue(), data.items().size());
      } else if (shared.items().size() == 0) {
        add("task '%s' has no candidate item", task.name());
      }
    }
  }

  private void training() {
    if (split.train().size() == 0) {
      add("there is no training interaction");
    }
    report(
        PairSets.missing(split.train(), data.interactions()),
        "training interactions are not part of the data");
    report(PairSets.repeated(split.train()), "training interactions are there more than once");
  }

  private void task(EvalTask task) {
    if (TaskNames.withholds(task.name())) {
      add(
          "task '%s' is named like one in which modalities are withheld; let the splitter give it a"
              + " name that does not end in ]",
          task.name());
    }
    String of = " of task '" + task.name() + "'";
    Interactions truth = task.truth();
    report(
        PairSets.missing(truth, data.interactions()),
        "held-out interactions" + of + " are not part of the data");
    report(
        PairSets.common(truth, split.train()),
        "held-out interactions" + of + " are also training interactions");
    report(PairSets.repeated(truth), "held-out interactions" + of + " are there more than once");
    if (task.candidates() instanceof Candidates.PerUser perUser) {
      report(PairSets.repeated(perUser.items()), "candidates" + of + " are there more than once");
    }
    if (revealsMore(task)) {
      report(
          PairSets.missing(split.train(), task.history()),
          "training interactions are not in the history" + of);
      report(
          PairSets.missing(task.history(), data.interactions()),
          "interactions in the history" + of + " are not part of the data");
      report(
          PairSets.common(truth, task.history()),
          "held-out interactions" + of + " are visible in its history");
      report(
          PairSets.repeated(task.history()),
          "interactions in the history" + of + " are there more than once");
    }
    if (task.unseen().users() || task.unseen().items()) {
      promises(task);
    }
    users(task);
  }

  /** Where the history is the training data themselves, what holds of these holds of it. */
  private boolean revealsMore(EvalTask task) {
    return task.history() != split.train();
  }

  private void promises(EvalTask task) {
    int[] itemCounts = split.train().columnCounts();
    Found seenUsers = Found.NOTHING;
    Found seenItems = Found.NOTHING;
    for (int user = 0; user < task.truth().rows(); user++) {
      for (int p = task.truth().start(user); p < task.truth().end(user); p++) {
        int item = task.truth().column(p);
        if (split.train().count(user) > 0) {
          seenUsers = seenUsers.and(user, item);
        }
        if (itemCounts[item] > 0) {
          seenItems = seenItems.and(user, item);
        }
      }
    }
    String of = "held-out interactions of task '" + task.name() + "' belong to ";
    if (task.unseen().users()) {
      report(seenUsers, of + "users that are promised cold but occur in training");
    }
    if (task.unseen().items()) {
      report(seenItems, of + "items that are promised cold but occur in training");
    }
  }

  private void users(EvalTask task) {
    int previous = -1;
    if (task.users().length == 0) {
      noUser(task);
    }
    for (int user : task.users()) {
      if (user <= previous || user >= data.users().size()) {
        add(
            "the users of task '%s' are not ascending indices below %d: %d after %d",
            task.name(), data.users().size(), user, previous);
        return;
      }
      if (task.truth().count(user) == 0) {
        add("task '%s' serves user '%s', who has no truth", task.name(), data.users().id(user));
        return;
      }
      previous = user;
    }
  }

  private void noUser(EvalTask task) {
    int[] held =
        IntStream.range(0, task.truth().rows()).filter(u -> task.truth().count(u) > 0).toArray();
    long trained = Arrays.stream(held).filter(u -> split.train().count(u) > 0).count();
    add(
        "task '%s' serves no user; users with held-out interactions: %d, of whom with training"
            + " interactions: %d",
        task.name(), held.length, trained);
  }

  private void validationAgainstTest() {
    for (EvalTask validation : split.validation()) {
      for (EvalTask test : split.test()) {
        String and = "of task '" + test.name() + "' ";
        report(
            PairSets.common(test.truth(), validation.truth()),
            "held-out interactions " + and + "are also truth of task '" + validation.name() + "'");
        if (revealsMore(validation)) {
          report(
              PairSets.common(test.truth(), validation.history()),
              "held-out interactions " + and + "are visible to task '" + validation.name() + "'");
        }
      }
    }
  }

  private void report(Found found, String what) {
    if (found.any()) {
      findings.add(
          "%d %s (first: %s)"
              .formatted(found.count(), what, found.example(data.users(), data.items())));
    }
  }

  @FormatMethod
  private void add(String format, Object... arguments) {
    findings.add(format.formatted(arguments));
  }
}
