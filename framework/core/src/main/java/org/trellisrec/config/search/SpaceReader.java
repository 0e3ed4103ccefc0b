package org.trellisrec.config.search;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trellisrec.config.bind.BindScope;
import org.trellisrec.config.bind.ParamSpec;
import org.trellisrec.config.bind.ParamType;
import org.trellisrec.config.bind.Plain;
import org.trellisrec.config.bind.RecordBinder;
import org.trellisrec.config.bind.RecordSpec;
import org.trellisrec.config.yaml.YamlNode;

/** Separates the parameters of a map that are fixed from those that are to be searched. */
public final class SpaceReader {
  /**
   * Fixed parameters and search space.
   *
   * @param fixed plain values by key, defaults included; groups are maps
   * @param space the rest, by dotted path
   */
  public record Result(Map<String, Object> fixed, SearchSpace space) {}

  private final BindScope scope;
  private final String owner;

  /**
   * A reader that reports to this scope.
   *
   * @param owner whose parameters are read, as messages say it
   */
  public SpaceReader(BindScope scope, String owner) {
    this.scope = scope;
    this.owner = owner;
  }

  /**
   * Reads the parameters of a map.
   *
   * @param name what messages call the map
   * @param further keys that were also possible here, for suggestions
   */
  public Result read(
      Class<? extends Record> type, YamlNode.Mapping map, String name, List<String> further) {
    Map<String, Domain> domains = new LinkedHashMap<>();
    Map<String, Object> fixed = read(RecordSpec.of(type), map, name, "", domains, further);
    return new Result(fixed, new SearchSpace(domains));
  }

  private Map<String, Object> read(
      RecordSpec spec,
      YamlNode.Mapping map,
      String name,
      String prefix,
      Map<String, Domain> domains,
      List<String> further) {
    RecordBinder binder = new RecordBinder(scope, prefix.isEmpty() ? owner : "");
    Map<String, YamlNode> given = binder.match(spec, map, name, further);
    BindScope paths = binder.scopeFor(spec, given, name);
    Map<String, Object> fixed = new LinkedHashMap<>();
    for (ParamSpec param : spec.params()) {
      YamlNode node = given.get(param.key());
      String path = prefix + param.key();
      String key = name + "." + RecordBinder.written(spec, param, map, node);
      if (node == null && param.isRequired()) {
        binder.missing(param, map, name);
      } else if (node != null && DomainReader.isDomain(param, node)) {
        new DomainReader(paths)
            .read(param, node, key)
            .ifPresent(domain -> domains.put(path, domain));
      } else if (param.type() instanceof ParamType.Nested group
          && node instanceof YamlNode.Mapping inner) {
        RecordSpec innerSpec = RecordSpec.of(group.type());
        fixed.put(param.key(), read(innerSpec, inner, key, path + ".", domains, List.of()));
      } else if (node instanceof YamlNode.Mapping domain
          && DomainReader.meant(param, domain).isPresent()) {
        misspelt(DomainReader.meant(param, domain).get(), domain, key);
      } else if (node != null || !param.isOptional()) {
        value(binder, param, node, paths, key).ifPresent(v -> fixed.put(param.key(), v));
      }
    }
    return fixed;
  }

  private void misspelt(String meant, YamlNode.Mapping domain, String name) {
    String written = domain.keys().get(0);
    scope
        .problems()
        .add(
            domain.entries().get(written).keyAt(),
            "%s.%s is no way to search a parameter; did you mean '%s'?",
            name,
            written,
            meant);
  }

  private static Optional<Object> value(
      RecordBinder binder, ParamSpec param, YamlNode node, BindScope paths, String name) {
    return binder.value(param, node, paths, name).map(Plain::of);
  }
}
