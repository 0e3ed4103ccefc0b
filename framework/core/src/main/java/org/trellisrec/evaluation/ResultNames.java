package org.trellisrec.evaluation;

import java.util.Collection;
import java.util.HashMap;
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
   * Takes the names of the values of a column in.
   *
   * @throws InputException naming both metrics if another has given a value of the same name
   */
  void add(MetricColumn column, Collection<String> names) {
    for (String name : names) {
      String other = givenBy.putIfAbsent(new Key(name, column.cutoff()), column.label());
      if (other != null) {
        throw new InputException(
            "the metrics %s and %s both give a value called '%s', and tables would average the two;"
                + " give one of the metrics another name, rename the modality, clustering or label in"
                + " it, or remove one",
            other, column.label(), name);
      }
    }
  }
}
