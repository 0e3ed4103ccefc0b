package org.trellisrec.pipeline;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.trellisrec.data.Split;

/**
 * Puts splits together that differ in nothing a training can see: protocols that only pose other
 * test tasks, such as those of two rules of candidates.
 */
final class AlikeSplits {
  private AlikeSplits() {}

  /**
   * Groups in the order of their first splits. The splits of a group draw alike, are the same fold,
   * and have equal training interactions and validation tasks.
   *
   * @param splits those of one repetition
   * @param draws what the random choices of a protocol are named after
   */
  static List<List<Split>> of(List<Split> splits, UnaryOperator<String> draws) {
    List<List<Split>> groups = new ArrayList<>();
    for (List<Split> drawn :
        grouped(splits, split -> List.of(draws.apply(split.protocol()), split.fold()))) {
      if (drawn.size() == 1) {
        groups.add(drawn);
      } else {
        groups.addAll(grouped(drawn, AlikeSplits::learned));
      }
    }
    return groups;
  }

  private static Collection<List<Split>> grouped(List<Split> splits, Function<Split, Object> by) {
    Map<Object, List<Split>> groups = new LinkedHashMap<>();
    splits.forEach(
        split -> groups.computeIfAbsent(by.apply(split), g -> new ArrayList<>()).add(split));
    return groups.values();
  }

  private static String learned(Split split) {
    return DataFingerprint.of(
        List.of(new Split("", split.fold(), split.train(), split.validation(), List.of())));
  }
}
