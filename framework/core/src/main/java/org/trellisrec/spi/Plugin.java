package org.trellisrec.spi;

import java.util.List;
import java.util.Objects;

/**
 * One entry of a jar's table of contents.
 *
 * @param kind the extension point, for instance {@code Recommender.class}
 * @param name the name in configurations, as the literature writes it; matched case-insensitively
 * @param aliases other names, for instance Elliot's
 * @param type the class to inject
 * @param params the record that its constructor takes
 * @param module the module that registered it
 * @param <T> the extension point
 */
public record Plugin<T>(
    Class<T> kind,
    String name,
    List<String> aliases,
    Class<? extends T> type,
    Class<? extends Record> params,
    String module) {

  /** Keeps its own copy of the aliases, and checks that nothing is null. */
  public Plugin {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(params, "params");
    aliases = List.copyOf(aliases);
  }
}
