package org.trellisrec.config.docs;

import java.util.Optional;
import java.util.stream.Collectors;
import org.trellisrec.config.bind.ParamSpec;
import org.trellisrec.config.bind.ParamType;
import org.trellisrec.config.bind.RecordSpec;

/** The parameters of a record as a Markdown table; groups are listed by dotted key. */
final class ParamTable {
  private static final String HEAD =
      """
      | Key | Value | Default | Meaning |
      |---|---|---|---|
      """;

  private ParamTable() {}

  /** The table, or a sentence if there are no parameters. */
  static String of(Class<? extends Record> params) {
    RecordSpec spec = RecordSpec.of(params);
    return spec.params().isEmpty() ? "No parameters.\n" : HEAD + rows(spec, "");
  }

  private static String rows(RecordSpec spec, String prefix) {
    return spec.params().stream().map(param -> row(param, prefix)).collect(Collectors.joining());
  }

  private static String row(ParamSpec param, String prefix) {
    String key = prefix + param.key();
    Optional<Class<? extends Record>> group = group(param.type());
    if (group.isPresent()) {
      String inner = param.type() instanceof ParamType.MapOf ? key + ".NAME." : key + ".";
      return "| `%s` | a map | | %s |\n".formatted(key, cell(param.description()))
          + rows(RecordSpec.of(group.get()), inner);
    }
    return "| `%s`%s | %s | %s | %s |\n"
        .formatted(
            key, aliases(param), cell(value(param)), standard(param), cell(param.description()));
  }

  /** The parameters of a group, or of each group in a map of groups. */
  static Optional<Class<? extends Record>> group(ParamType type) {
    ParamType inner = type instanceof ParamType.MapOf map ? map.value() : type;
    return inner instanceof ParamType.Nested nested ? Optional.of(nested.type()) : Optional.empty();
  }

  private static String aliases(ParamSpec param) {
    return param.aliases().isEmpty() ? "" : " (`" + String.join("`, `", param.aliases()) + "`)";
  }

  /** What a value must be: its type and range. */
  static String value(ParamSpec param) {
    String range = param.range().words();
    return range.isEmpty() ? param.type().expected() : param.type().expected() + ", " + range;
  }

  private static String standard(ParamSpec param) {
    if (param.isRequired()) {
      return "required";
    }
    return param.isOptional() ? "" : "`" + cell(param.byDefault()) + "`";
  }

  private static String cell(String text) {
    return text.replace("|", "\\|");
  }
}
