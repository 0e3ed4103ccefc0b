package org.trellisrec.pipeline;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.trellisrec.config.MissingModalitiesConfig;
import org.trellisrec.data.EntitySide;
import org.trellisrec.data.TaskNames;
import org.trellisrec.data.VisibleModalities;
import org.trellisrec.report.KeptModalities;

/**
 * The sets of modalities of one side that are kept in turn.
 *
 * @param side which side
 * @param size number of entities of the side
 * @param all the modalities of the side; those that a set lacks are hidden
 * @param known the modalities the sets are made of, in order
 * @param subsets the sets, each in the order of {@code known}
 */
record ModalitySubsets(
    EntitySide side, int size, List<String> all, List<String> known, List<List<String>> subsets) {
  /** The most modalities of which every subset is evaluated. */
  static final int MOST = 8;

  /** The sets that a configuration asks for. */
  static ModalitySubsets of(
      EntitySide side,
      int size,
      List<String> all,
      List<String> known,
      List<List<String>> configured) {
    List<List<String>> subsets =
        configured.equals(MissingModalitiesConfig.ALL)
            ? every(known)
            : configured.stream()
                .map(names -> known.stream().filter(names::contains).toList())
                .distinct()
                .toList();
    return new ModalitySubsets(side, size, all, known, subsets);
  }

  /** The same for a task in which nobody of the side has interactions. */
  ModalitySubsets withoutInteractions() {
    List<List<String>> left =
        subsets.stream()
            .map(ModalitySubsets::sideOnly)
            .filter(s -> !s.isEmpty())
            .distinct()
            .toList();
    return new ModalitySubsets(side, size, sideOnly(all), sideOnly(known), left);
  }

  /** What becomes of the sets in {@link #withoutInteractions}, in words, as far as they change. */
  List<String> changes() {
    return subsets.stream()
        .filter(set -> set.contains(VisibleModalities.INTERACTIONS))
        .map(
            set ->
                set.size() == 1
                    ? "%s is left out".formatted(set)
                    : "%s counts as %s".formatted(set, sideOnly(set)))
        .toList();
  }

  private static List<String> sideOnly(List<String> names) {
    return names.stream().filter(name -> !name.equals(VisibleModalities.INTERACTIONS)).toList();
  }

  private static List<List<String>> every(List<String> known) {
    List<List<String>> subsets = new ArrayList<>();
    for (int bits = 1; bits < 1 << known.size(); bits++) {
      int members = bits;
      subsets.add(
          IntStream.range(0, known.size())
              .filter(i -> (members >> i & 1) == 1)
              .mapToObj(known::get)
              .toList());
    }
    return subsets;
  }

  /** What a task with this set is called; a task that keeps all is the task itself. */
  KeptModalities named(String protocol, String task, List<String> kept) {
    String name = kept.size() == all.size() ? task : TaskNames.keeping(task, side, kept);
    boolean interactions = kept.contains(VisibleModalities.INTERACTIONS);
    return new KeptModalities(protocol, name, task, side.toString(), kept, interactions);
  }

  /** What is visible if only this set is kept. */
  VisibleModalities keeping(List<String> kept) {
    return VisibleModalities.only(side, size, all, kept).withoutIds();
  }

  /** The modalities that some set names. */
  static Set<String> names(List<List<String>> configured) {
    Set<String> names = new LinkedHashSet<>();
    configured.forEach(names::addAll);
    return names;
  }
}
