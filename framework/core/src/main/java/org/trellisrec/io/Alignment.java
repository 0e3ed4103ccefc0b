package org.trellisrec.io;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
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
  private final IntFunction<String> place;
  private final int[] lineOf;
  private final List<String> unknown = new ArrayList<>();
  private int unknownCount;
  private int unknownLine;
  private int described;

  /** With ids that stand in the lines of the file. */
  Alignment(Path file, Vocabulary ids) {
    this(file, ids, line -> "%s:%d".formatted(file, line));
  }

  /**
   * With ids that stand elsewhere.
   *
   * @param place how messages call the place of the id of a line
   */
  Alignment(Path file, Vocabulary ids, IntFunction<String> place) {
    this.file = file;
    this.ids = ids;
    this.place = place;
    this.lineOf = new int[ids.size()];
  }

  /**
   * The entity with this id, or -1 if there is none.
   *
   * @param line that it is in, from 1
   */
  int find(String id, int line) {
    int entity = ids.indexOf(id);
    if (entity < 0) {
      unknownLine = unknownCount == 0 ? line : unknownLine;
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
   * @param hint what to look after if nothing matches; may be empty
   * @throws InputException if nothing matches, or unknown ids are refused
   */
  void report(OnUnknown policy, ReadContext context, String hint) {
    String examples = String.join(", ", unknown);
    if (described == 0) {
      throw new InputException(
          "%s describes none of the %d entities of the data; its ids are like %s, those of the data"
              + " like '%s'%s",
          file,
          ids.size(),
          unknownCount == 0 ? "nothing" : examples,
          ids.size() == 0 ? "" : ids.id(0),
          hint);
    }
    if (unknownCount > 0 && policy == OnUnknown.ERROR) {
      throw new InputException(
          "%s: the id %s is not in the data%s; correct it, or set unknown: ignore",
          place.apply(unknownLine), unknown.get(0), others());
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

  private String others() {
    return unknownCount == 1
        ? ""
        : ", nor are %d more, for example %s"
            .formatted(unknownCount - 1, String.join(", ", unknown.subList(1, unknown.size())));
  }

  private int firstWithout() {
    int entity = 0;
    while (lineOf[entity] > 0) {
      entity++;
    }
    return entity;
  }
}
