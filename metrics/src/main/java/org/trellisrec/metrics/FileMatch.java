package org.trellisrec.metrics;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.trellisrec.data.Vocabulary;
import org.trellisrec.input.Excerpt;

/**
 * What a file of a metric and the data have in common, and what not.
 *
 * @param file the file
 * @param ids those in the file, each once
 * @param data those of the data
 * @param side what they are, in the plural, for messages
 */
public record FileMatch(Path file, Collection<String> ids, Vocabulary data, String side) {

  /**
   * Notes with numbers of ids that the data do not have, and of what the file leaves out.
   *
   * @param effect what becomes of those that the file leaves out
   */
  public List<String> notes(String effect) {
    List<String> notes = new ArrayList<>(unknown());
    notes.addAll(missing(effect));
    return notes;
  }

  /** A note with the number of ids that the data do not have; none if there are none. */
  public List<String> unknown() {
    List<String> unknown = ids.stream().filter(id -> data.indexOf(id) < 0).toList();
    return unknown.isEmpty()
        ? List.of()
        : List.of(
            "%s: ids that are not among the %s of the data: %d of %d (first: '%s')"
                .formatted(file, side, unknown.size(), ids.size(), Excerpt.of(unknown.get(0))));
  }

  private List<String> missing(String effect) {
    Set<String> described = new HashSet<>(ids);
    int missing = 0;
    int first = -1;
    for (int entity = 0; entity < data.size(); entity++) {
      if (!described.contains(data.id(entity))) {
        missing++;
        first = first < 0 ? entity : first;
      }
    }
    return missing == 0
        ? List.of()
        : List.of(
            "%s: %s of the data that it does not describe: %d of %d (first: '%s'); %s"
                .formatted(file, side, missing, data.size(), data.id(first), effect));
  }
}
