package org.trellisrec.data;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * One training set with the tasks that judge what is learned from it.
 *
 * @param protocol name of the protocol in the configuration, {@code warm} if only one is declared
 * @param fold {@code 0}, {@code 1}, ... for test folds; {@code 0.1} is the second validation fold
 *     within test fold 0
 * @param train training interactions, users x items
 * @param validation tasks for tuning and early stopping; empty if no validation split is declared
 * @param test tasks that are reported
 */
public record Split(
    String protocol,
    String fold,
    Interactions train,
    List<EvalTask> validation,
    List<EvalTask> test) {

  /** Keeps its own copies of the lists. */
  public Split {
    validation = List.copyOf(validation);
    test = List.copyOf(test);
  }

  /** All tasks, those of validation first. */
  public List<EvalTask> tasks() {
    return Stream.concat(validation.stream(), test.stream()).toList();
  }

  /**
   * This split with every rating set to 1. Interactions that were one object stay one object, so
   * that tasks with a common history are still known to have it.
   */
  public Split binary() {
    IdentityHashMap<Interactions, Interactions> done = new IdentityHashMap<>();
    UnaryOperator<Interactions> binary = old -> done.computeIfAbsent(old, Interactions::binary);
    UnaryOperator<EvalTask> task =
        old ->
            new EvalTask(
                    old.name(),
                    old.users(),
                    binary.apply(old.history()),
                    binary.apply(old.truth()),
                    old.candidates())
                .promising(old.unseen())
                .seeing(old.visible());
    return new Split(
        protocol,
        fold,
        binary.apply(train),
        validation.stream().map(task).toList(),
        test.stream().map(task).toList());
  }
}
