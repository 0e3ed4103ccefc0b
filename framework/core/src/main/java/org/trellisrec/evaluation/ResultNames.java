package org.trellisrec.evaluation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.trellisrec.spi.InputException;

/**
 * Sees to it that values of one task have names of their own. Labels of metrics differ, but one
 * with several values names these itself, and tables average what has the same name.
 */
final class ResultNames {
  private record Key(String name, int cutoff) {}

  private final Map<Key, String> givenBy = new HashMap<>();

  /**
   * Takes the values of a metric at one cutoff in.
   *
   * @throws InputException naming both metrics if another has given a value of the same name
   */
  void add(String label, List<Evaluation.Row> rows) {
    for (Evaluation.Row row : rows) {
      String other = givenBy.putIfAbsent(new Key(row.metric(), row.cutoff()), label);
      if (other != null) {
        throw new InputException(
            "the metrics %s and %s both give a value called '%s', and tables would average the two;"
                + " give one of the metrics another name, rename the modality, clustering or label in"
                + " it, or remove one",
            other, label, row.metric());
      }
    }
  }
}
