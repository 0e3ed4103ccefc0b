package org.trellisrec.multiobjective;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The trade-offs of a run.
 *
 * @param config how they were found
 * @param tables by test task, in the order of the run
 * @param notes values that lie beyond a bound, and models that are left out
 */
public record MultiObjectiveReport(
    MultiObjectiveConfig config, Map<TaskKey, TradeOffs> tables, List<String> notes) {
  /** Keeps its own copies. */
  public MultiObjectiveReport {
    tables = Collections.unmodifiableMap(new LinkedHashMap<>(tables));
    notes = List.copyOf(notes);
  }

  /** The same with more notes. */
  public MultiObjectiveReport noting(Collection<String> more) {
    List<String> all = new ArrayList<>(notes);
    all.addAll(more);
    return new MultiObjectiveReport(config, tables, all);
  }
}
