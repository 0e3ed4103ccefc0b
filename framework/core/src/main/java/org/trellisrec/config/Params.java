package org.trellisrec.config;

import java.util.Map;
import java.util.Optional;
import org.trellisrec.config.bind.BindScope;
import org.trellisrec.config.bind.Plain;
import org.trellisrec.config.bind.RecordBinder;
import org.trellisrec.config.yaml.Origin;
import org.trellisrec.config.yaml.Position;
import org.trellisrec.config.yaml.Problems;
import org.trellisrec.spi.InputException;

/**
 * Makes params records in Java by the rules that hold in YAML: defaults, aliases, ranges and the
 * record's own checks.
 */
public final class Params {
  private Params() {}

  /**
   * The record with every default.
   *
   * @throws InputException if a parameter has no default
   */
  public static <R extends Record> R defaults(Class<R> type) {
    return of(type, Map.of());
  }

  /**
   * True if the record can be made of defaults alone: no parameter is required, neither by itself
   * nor by the record's own checks.
   */
  public static boolean haveDefaults(Class<? extends Record> type) {
    Problems problems = new Problems();
    bind(type, Map.of(), nameOf(type), problems);
    return problems.count() == 0;
  }

  /**
   * The record with these values, by YAML key or alias, and every other default.
   *
   * @param values numbers, booleans, strings, enum constants, paths, lists, maps and params
   *     records; relative paths stay as they are
   * @throws InputException naming every problem with the values
   */
  public static <R extends Record> R of(Class<R> type, Map<String, ?> values) {
    return of(type, values, nameOf(type));
  }

  /**
   * As {@link #of(Class, Map)}, for values that a user gave.
   *
   * @param name what messages call the record, for instance the name of the plugin
   * @throws InputException naming every problem with the values
   */
  public static <R extends Record> R of(Class<R> type, Map<String, ?> values, String name) {
    Problems problems = new Problems();
    R bound = bind(type, values, name, problems).orElse(null);
    problems.throwIfAny();
    return bound;
  }

  private static <R extends Record> Optional<R> bind(
      Class<R> type, Map<String, ?> values, String name, Problems problems) {
    Position at = Position.startOf(Origin.program());
    return new RecordBinder(BindScope.of(problems, "{0}"))
        .bind(type, Plain.mapping(values, at), name);
  }

  private static String nameOf(Class<?> type) {
    return type.getEnclosingClass() == null
        ? type.getSimpleName()
        : type.getEnclosingClass().getSimpleName();
  }
}
