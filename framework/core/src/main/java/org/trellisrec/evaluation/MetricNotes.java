package org.trellisrec.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.trellisrec.spi.TaskContext;

/** What metrics have to say of how they go with the data. */
public final class MetricNotes {
  private MetricNotes() {}

  /**
   * The notes of all metrics, each once, after the labels of those that give it.
   *
   * @param tasks all that are to be measured, at least one, of the same data set; every metric can
   *     be bound to each
   */
  public static List<String> of(List<NamedMetric> metrics, List<TaskContext> tasks) {
    Map<String, List<NamedMetric>> givenBy = new LinkedHashMap<>();
    for (NamedMetric named : metrics) {
      List<String> notes =
          NamedMetric.answer(named.label(), "notes", () -> named.metric().notes(tasks));
      new LinkedHashSet<>(notes)
          .forEach(note -> givenBy.computeIfAbsent(note, n -> new ArrayList<>()).add(named));
    }
    return givenBy.entrySet().stream()
        .map(note -> NamedMetric.labels(note.getValue()) + ": " + note.getKey())
        .toList();
  }
}
