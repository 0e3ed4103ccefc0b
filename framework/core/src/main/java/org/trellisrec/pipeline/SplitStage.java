package org.trellisrec.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.trellisrec.data.Dataset;
import org.trellisrec.data.EvalTask;
import org.trellisrec.data.HeldOut;
import org.trellisrec.data.Holdout;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.PairSets;
import org.trellisrec.data.PairSets.Found;
import org.trellisrec.data.Split;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.PluginCall;
import org.trellisrec.spi.Seed;
import org.trellisrec.spi.Splitter;

/**
 * Composes a test splitter and a validation splitter into splits. Every test fold is split again
 * for validation; the test tasks of a split are posed against what is finally trained on.
 */
public final class SplitStage {
  private final Dataset data;
  private final String protocol;
  private final Consumer<String> notes;
  private final List<Split> splits = new ArrayList<>();

  private SplitStage(Dataset data, String protocol, Consumer<String> notes) {
    this.data = data;
    this.protocol = protocol;
    this.notes = notes;
  }

  /** As {@link #split(Dataset, String, Splitter, Splitter, Seed, Consumer)}, without the notes. */
  public static List<Split> split(
      Dataset data, String protocol, Splitter test, Splitter validation, Seed seed) {
    return split(data, protocol, test, validation, seed, note -> {});
  }

  /**
   * All splits of one protocol, audited.
   *
   * <p>Folds are named {@code 0}, {@code 1}, ... by test fold; with several validation folds {@code
   * 0.0}, {@code 0.1}, ... by test fold and validation fold within it. Validation tasks carry the
   * prefix {@code validation_}.
   *
   * @param data each pair of user and item at most once
   * @param protocol name for {@link Split#protocol()}
   * @param test sets the test interactions aside
   * @param validation sets the validation interactions aside from what the test split left over;
   *     null for no validation
   * @param seed the only source of randomness
   * @param notes takes in what the user should know, one sentence each: users and items that cannot
   *     take part, discarded interactions, with counts
   * @throws InputException if a part is empty, or a splitter breaks its promises
   */
  public static List<Split> split(
      Dataset data,
      String protocol,
      Splitter test,
      Splitter validation,
      Seed seed,
      Consumer<String> notes) {
    SplitStage stage = new SplitStage(data, protocol, notes);
    List<Holdout> folds = stage.folds(test, () -> test.split(data, seed.derive("test")));
    for (int fold = 0; fold < folds.size(); fold++) {
      String name = Integer.toString(fold);
      Holdout outer = folds.get(fold);
      stage.tell(name, "test", data.interactions(), outer);
      if (validation == null) {
        stage.add(name, outer.train(), List.of(), outer.heldOut());
      } else {
        stage.addNested(name, outer, validation, seed.derive("validation/" + name));
      }
    }
    return List.copyOf(stage.splits);
  }

  private List<Holdout> folds(Splitter splitter, Supplier<List<Holdout>> split) {
    PluginCall call =
        new PluginCall(
            "protocol '%s': %s".formatted(protocol, PluginCall.of("splitter", splitter).plugin()));
    List<Holdout> folds = call.result("split", split);
    if (folds.isEmpty()) {
      throw new InputException("%s made no fold; expected at least one", call.plugin());
    }
    String task = call.result("task", splitter::task);
    for (int fold = 0; fold < folds.size(); fold++) {
      Holdout holdout = call.present("split as fold " + fold, folds.get(fold));
      call.present("split as what is to be trained on in fold " + fold, holdout.train());
      HeldOut heldOut =
          call.present("split as what is held out in fold " + fold, holdout.heldOut());
      requireTask(call, task, heldOut.name());
    }
    return folds;
  }

  private static void requireTask(PluginCall call, String announced, String made) {
    if (!announced.equals(made)) {
      throw new IllegalStateException(
          "%s made the task '%s', but its method task gives '%s'; correct the plugin"
              .formatted(call.plugin(), made, announced));
    }
  }

  private void addNested(String name, Holdout outer, Splitter validation, Seed seed) {
    List<Holdout> folds =
        folds(validation, () -> validation.splitRemaining(data, outer.train(), seed));
    for (int fold = 0; fold < folds.size(); fold++) {
      Holdout inner = folds.get(fold);
      String both = folds.size() == 1 ? name : name + "." + fold;
      tell(both, "validation", outer.train(), inner);
      EvalTask task = task(both, "validation", inner.heldOut(), inner.train());
      add(both, inner.train(), List.of(task.named("validation_" + task.name())), outer.heldOut());
      requirePartOf(outer.train(), inner, both, validation);
    }
  }

  /**
   * The audit knows the whole data only; what the test split revealed or discarded is part of these
   * but not for the validation split to use.
   */
  private void requirePartOf(
      Interactions given, Holdout holdout, String fold, Splitter validation) {
    HeldOut out = holdout.heldOut();
    requirePartOf(given, holdout.train(), "trains", out, fold, validation);
    requirePartOf(given, out.truth(), "holds out", out, fold, validation);
    requirePartOf(given, out.revealed(), "reveals", out, fold, validation);
  }

  private void requirePartOf(
      Interactions given,
      Interactions part,
      String verb,
      HeldOut out,
      String fold,
      Splitter validation) {
    Found invented = PairSets.missing(part, given);
    if (invented.any()) {
      throw new InputException(
          "%s: for task 'validation_%s' the splitter %s %s %d interactions that are not part of what"
              + " the test split left over (first: %s)",
          where(fold),
          out.name(),
          validation.getClass().getSimpleName(),
          verb,
          invented.count(),
          invented.example(data.users(), data.items()));
    }
  }

  private void add(String fold, Interactions train, List<EvalTask> validation, HeldOut heldOut) {
    if (train.size() == 0) {
      throw new InputException(
          "%s: the split leaves no training interaction of %d; hold out a smaller share",
          where(fold), data.interactions().size());
    }
    EvalTask test = task(fold, "test", heldOut, train);
    Split split = new Split(protocol, fold, train, validation, List.of(test));
    SplitAudit.audit(data, split);
    splits.add(split);
  }

  private EvalTask task(String fold, String part, HeldOut heldOut, Interactions train) {
    if (heldOut.truth().size() == 0) {
      throw new InputException(
          "%s: the %s split is empty; hold out a larger share or filter the data less",
          where(fold), part);
    }
    EvalTask task = heldOut.against(train);
    if (task.users().length == 0) {
      throw new InputException(
          "%s: none of the users with %s interactions has a training interaction",
          where(fold), part);
    }
    return task;
  }

  private void tell(String fold, String part, Interactions given, Holdout holdout) {
    String where = where(fold) + ", " + part;
    holdout.notes().forEach(note -> notes.accept(where + ": " + note));
    HeldOut out = holdout.heldOut();
    int discarded =
        given.size() - holdout.train().size() - out.truth().size() - out.revealed().size();
    if (discarded > 0) {
      notes.accept(
          "%s: %d of %d interactions belong to neither part and are discarded"
              .formatted(where, discarded, given.size()));
    }
  }

  private String where(String fold) {
    return "protocol '%s', fold %s".formatted(protocol, fold);
  }
}
