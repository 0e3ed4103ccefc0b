package org.trellisrec.io;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.trellisrec.input.Excerpt;
import org.trellisrec.spi.InputException;

/** A field of the header of an atomic file, such as {@code age:token}. */
record AtomicField(String name, Type type) {
  enum Type {
    TOKEN,
    TOKEN_SEQ,
    FLOAT,
    FLOAT_SEQ
  }

  /** The modality that the field becomes. */
  SideColumn.Type modality() {
    return switch (type) {
      case TOKEN -> SideColumn.Type.CATEGORICAL;
      case TOKEN_SEQ -> SideColumn.Type.MULTI_HOT;
      case FLOAT -> SideColumn.Type.NUMERIC;
      case FLOAT_SEQ -> SideColumn.Type.VECTOR;
    };
  }

  static List<AtomicField> header(String file, List<String> fields) {
    requireTabs(file, fields);
    List<AtomicField> all = fields.stream().map(field -> of(file, field.strip())).toList();
    Set<String> names = new HashSet<>();
    all.forEach(
        field -> {
          if (!names.add(field.name)) {
            throw new InputException(
                "%s:1: two fields are called '%s'; expected each once", file, field.name);
          }
        });
    return all;
  }

  /** Without a tab several fields pass for one with a long name. */
  private static void requireTabs(String file, List<String> fields) {
    String only = fields.get(0);
    String hint = SeparatorGuess.hint(fields, "\t", Remedy.UTF_8);
    if (only.indexOf(':') != only.lastIndexOf(':') && !hint.isEmpty()) {
      throw new InputException(
          "%s:1: expected fields separated by tabs, found one: '%s'%s",
          file, Excerpt.of(only), hint);
    }
  }

  /** True if a cell of a first line is a name with a type. */
  static boolean isField(String cell) {
    return find(cell.strip()).isPresent();
  }

  /** The name of a field without its type; what is no field is a name already. */
  static String nameOf(String cell) {
    return find(cell).map(AtomicField::name).orElse(cell);
  }

  private static AtomicField of(String file, String field) {
    return find(field)
        .orElseThrow(
            () ->
                new InputException(
                    "%s:1: '%s' is not a field of an atomic file: expected name:type with type"
                        + " token, token_seq, float or float_seq",
                    file, Excerpt.of(field)));
  }

  private static Optional<AtomicField> find(String field) {
    int colon = field.lastIndexOf(':');
    String type = field.substring(colon + 1).toUpperCase(Locale.ROOT);
    return Stream.of(Type.values())
        .filter(known -> colon > 0 && known.name().equals(type))
        .map(known -> new AtomicField(field.substring(0, colon), known))
        .findFirst();
  }
}
