package org.trellisrec.pipeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import org.trellisrec.config.MissingModalitiesConfig;
import org.trellisrec.config.MissingModalitiesConfig.Subsets;
import org.trellisrec.data.Candidates;
import org.trellisrec.data.Dataset;
import org.trellisrec.data.EntitySide;
import org.trellisrec.data.EvalTask;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.ItemSet;
import org.trellisrec.data.Split;
import org.trellisrec.data.TaskNames;
import org.trellisrec.data.VisibleModalities;
import org.trellisrec.report.KeptModalities;
import org.trellisrec.report.MetricRow;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.Model;
import org.trellisrec.spi.Seed;

/** Poses the test tasks again with fewer modalities. */
final class MissingModalities {
  private final MissingModalitiesConfig config;
  private final Dataset data;
  private final KnownModalities known;
  private final List<ModalitySubsets> subsets;

  /**
   * What a configuration withholds of these data in tests.
   *
   * @throws InputException if it names a modality that the data lack, or one that no task can be
   *     named after
   */
  MissingModalities(MissingModalitiesConfig config, Dataset data) {
    this.config = config;
    this.data = data;
    this.known = new KnownModalities(data);
    known.require(EntitySide.USERS, "modalities", config.modalities().users());
    known.require(EntitySide.ITEMS, "modalities", config.modalities().items());
    known.require(EntitySide.USERS, "test_rates", config.testRates().users().keySet());
    known.require(EntitySide.ITEMS, "test_rates", config.testRates().items().keySet());
    this.subsets =
        List.of(
            subsets(EntitySide.USERS, config.modalities().users(), config.subsets().users()),
            subsets(EntitySide.ITEMS, config.modalities().items(), config.subsets().items()));
  }

  private ModalitySubsets subsets(
      EntitySide side, List<String> chosen, List<List<String>> configured) {
    boolean all = configured.equals(MissingModalitiesConfig.ALL);
    List<String> declared = known.of(side);
    List<String> members = chosen.isEmpty() ? declared : chosen.stream().distinct().toList();
    String where = "subsets." + side;
    if (all && members.size() > ModalitySubsets.MOST) {
      throw new InputException(
          "%s%s is 'all', but %d modalities have 2^%d - 1 subsets; name up to %d in modalities.%s, or"
              + " list the subsets",
          KnownModalities.SECTION,
          where,
          members.size(),
          members.size(),
          ModalitySubsets.MOST,
          side);
    }
    if (!all) {
      KnownModalities.require(where, ModalitySubsets.names(configured), members);
    }
    int size = side.ids(data).size();
    ModalitySubsets subsets = ModalitySubsets.of(side, size, declared, members, configured);
    checkFit(where, ModalitySubsets.names(subsets.subsets()));
    return subsets;
  }

  private static void checkFit(String where, Set<String> names) {
    for (String name : names) {
      if (!TaskNames.fits(name)) {
        throw new InputException(
            "%s%s: tasks and their files are named after the modalities kept, which '%s' is unfit for;"
                + " rename the modality where it is read, to a name without [ ] + / \\ : * ? \" < > |"
                + " that is not 'rates' and does not start with 'users.'",
            KnownModalities.SECTION, where, name);
      }
    }
  }

  /** The split with its test tasks, and each of them again for everything that is withheld. */
  Split pose(Split split, Seed seed) {
    List<EvalTask> tasks = new ArrayList<>(split.test());
    List<KeptSet> sets = sets(split);
    for (EvalTask task : split.test()) {
      sets.stream()
          .filter(set -> set.named().base().equals(task.name()))
          .filter(set -> TaskNames.withholds(set.named().task()))
          .map(KeptSet::task)
          .forEach(tasks::add);
      if (!config.testRates().isEmpty()) {
        VisibleModalities left =
            new MissingRates(config.testRates(), data).draw(seed.derive("missing/test"));
        tasks.add(task.named(TaskNames.withRates(task.name())).seeing(left));
      }
    }
    return new Split(split.protocol(), split.fold(), split.train(), split.validation(), tasks);
  }

  /**
   * Which models a posed task is for. Of the sets that {@code all} stands for, a model is asked
   * those of modalities that it uses: any other would ask what a smaller one does, and be counted
   * among the larger ones.
   *
   * @param split before its tasks are posed again
   */
  BiPredicate<EvalTask, Model> asked(Split split) {
    Map<String, KeptSet> every = new HashMap<>();
    sets(split).stream()
        .filter(set -> isEvery(set.subsets().side()))
        .forEach(set -> every.put(set.named().task(), set));
    return (task, model) ->
        !TaskNames.withholds(task.name())
            || Optional.ofNullable(every.get(task.name())).stream().allMatch(s -> s.suits(model));
  }

  private boolean isEvery(EntitySide side) {
    Subsets subsets = config.subsets();
    return (side == EntitySide.USERS ? subsets.users() : subsets.items())
        .equals(MissingModalitiesConfig.ALL);
  }

  /** What each test task of these splits keeps, those that keep everything included. */
  List<KeptModalities> kept(List<Split> splits) {
    return splits.stream()
        .flatMap(split -> sets(split).stream())
        .map(KeptSet::named)
        .distinct()
        .toList();
  }

  /**
   * Which part of the configuration has no effect, or another one than it says.
   *
   * @param splits before their tasks are posed again
   */
  List<String> notes(List<Split> splits) {
    List<String> notes = new ArrayList<>();
    for (Split split : splits) {
      ItemSet trained = ItemSet.occurringIn(split.train());
      for (EvalTask task : split.test()) {
        subsets.stream()
            .filter(side -> !isEvery(side.side()) && !side.changes().isEmpty())
            .filter(side -> !haveInteractions(side.side(), task, trained))
            .forEach(side -> notes.add(changed(split, side)));
      }
    }
    return notes;
  }

  private static String changed(Split split, ModalitySubsets side) {
    return "protocol '%s', fold %s: none of the %s to be tested has interactions, so in %ssubsets.%s, %s"
        .formatted(
            split.protocol(),
            split.fold(),
            side.side(),
            KnownModalities.SECTION,
            side.side(),
            String.join(", ", side.changes()));
  }

  /** Where sets were to be evaluated and none was, of any model. */
  List<String> unasked(List<Split> splits, List<MetricRow> rows) {
    Set<String> asked = new LinkedHashSet<>();
    for (Split split : splits) {
      subsets.stream()
          .filter(side -> !side.subsets().isEmpty())
          .forEach(side -> asked.add(where(split.protocol(), side.side().toString())));
    }
    Set<String> measured = new HashSet<>();
    kept(splits).stream()
        .filter(set -> rows.stream().anyMatch(set::withholds))
        .forEach(set -> measured.add(where(set.protocol(), set.side())));
    return asked.stream()
        .filter(where -> !measured.contains(where))
        .map(
            where ->
                where
                    + " was evaluated: those to be tested have none that withholds something, or no"
                    + " model can do with a part of its modalities")
        .toList();
  }

  private static String where(String protocol, String side) {
    return "protocol '%s': no set of %ssubsets.%s"
        .formatted(protocol, KnownModalities.SECTION, side);
  }

  /** Every set of modalities that is kept in a test task of this split, task by task. */
  private List<KeptSet> sets(Split split) {
    List<KeptSet> sets = new ArrayList<>();
    ItemSet trained = ItemSet.occurringIn(split.train());
    for (EvalTask task : split.test()) {
      for (ModalitySubsets side : subsets) {
        ModalitySubsets own =
            haveInteractions(side.side(), task, trained) ? side : side.withoutInteractions();
        for (List<String> kept : own.subsets()) {
          sets.add(new KeptSet(task, own, own.named(split.protocol(), task.name(), kept)));
        }
      }
    }
    return sets;
  }

  /**
   * A set of modalities that is kept in a task.
   *
   * @param of the task in which all are visible
   * @param subsets the sets that it is one of
   * @param named the set, with the name of the task that keeps it
   */
  private record KeptSet(EvalTask of, ModalitySubsets subsets, KeptModalities named) {
    private EvalTask task() {
      return of.named(named.task()).seeing(subsets.keeping(named.kept()));
    }

    private boolean suits(Model model) {
      return named.kept().stream().allMatch(name -> model.uses(subsets.side(), name));
    }
  }

  /**
   * Whether a user whom the task serves, or one of its candidates, has interactions that say
   * something: a history of items that nobody trained on means nothing to a model.
   */
  private static boolean haveInteractions(EntitySide side, EvalTask task, ItemSet trained) {
    if (side == EntitySide.USERS) {
      return anyServed(task, task.history(), trained);
    }
    return task.candidates() instanceof Candidates.PerUser perUser
        ? anyServed(task, perUser.items(), trained)
        : ((Candidates.Shared) task.candidates()).items().stream().anyMatch(trained::contains);
  }

  private static boolean anyServed(EvalTask task, Interactions rows, ItemSet trained) {
    return Arrays.stream(task.users()).anyMatch(user -> trained.containsAnyOf(rows, user));
  }
}
