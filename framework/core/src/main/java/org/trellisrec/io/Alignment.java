package org.trellisrec.io;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.trellisrec.data.Vocabulary;
import org.trellisrec.input.Excerpt;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.ReadContext;

/**
 * Finds the entities that a file describes by their ids, and keeps account of what has no match.
 */
final class Alignment {
  private static final int EXAMPLES = 3;

  private final Path file;
  private final Vocabulary ids;
  private final int[] lineOf;
  private final List<String> unknown = new ArrayList<>();
  private int unknownCount;
  private int described;

  Alignment(Path file, Vocabulary ids) {
    this.file = file;
    this.ids = ids;
    this.lineOf = new int[ids.size()];
  }

  /** The entity with this id, or -1 if there is none. */
  int find(String id) {
    int entity = ids.indexOf(id);
    if (entity < 0) {
      if (unknownCount++ < EXAMPLES) {
        unknown.add("'" + Excerpt.of(id) + "'");
      }
    }
    return entity;
  }

  /** The line that describes an entity, from 1; 0 if none does yet. */
  int lineOf(int entity) {
    return lineOf[entity];
  }

  /** Says that a line describes an entity. */
  void described(int entity, int line) {
    described += lineOf[entity] == 0 ? 1 : 0;
    lineOf[entity] = line;
  }

  /** The lines by entity, 0 where there is none. */
  int[] lines() {
    return lineOf;
  }

  /**
   * Tells what has no match.
   *
   * @throws InputException if nothing matches, or unknown ids are refused
   */
  void report(OnUnknown policy, ReadContext context) {
    String examples = String.join(", ", unknown);
    if (described == 0) {
      throw new InputException(
          "%s describes none of the %d entities of the data; its ids are like %s, those of the data"
              + " like '%s'",
          file,
          ids.size(),
          unknownCount == 0 ? "nothing" : examples,
          ids.size() == 0 ? "" : ids.id(0));
    }
    if (unknownCount > 0 && policy == OnUnknown.ERROR) {
      throw new InputException(
          "%s: ids that are not in the data: %d, for example %s; correct them, or set unknown: ignore",
          file, unknownCount, examples);
    }
    if (unknownCount > 0) {
      context.note(
          "%s: passed over ids that are not in the data: %d, for example %s"
              .formatted(file, unknownCount, examples));
    }
    if (described < ids.size()) {
      context.note(
          "%s: entities that it does not describe: %d of %d, for example '%s'"
              .formatted(file, ids.size() - described, ids.size(), ids.id(firstWithout())));
    }
  }

  private int firstWithout() {
    int entity = 0;
    while (lineOf[entity] > 0) {
      entity++;
    }
    return entity;
  }
}
