package org.trellisrec.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trellisrec.config.bind.ParamSpec;
import org.trellisrec.config.bind.RecordSpec;
import org.trellisrec.config.yaml.YamlNode;
import org.trellisrec.spi.Plugin;
import org.trellisrec.spi.Splitter;

/**
 * A list on a parameter of a splitter that takes one value stands for several protocols, one per
 * value; several such lists for one per combination.
 *
 * @param suffix what tells the protocol apart from the others
 * @param splitter its splitter, each parameter with one value
 */
record ProtocolSweep(String suffix, YamlNode splitter) {
  /** The protocols that a splitter stands for: itself alone if it has no such list. */
  static List<ProtocolSweep> of(YamlNode splitter, PluginCatalog catalog) {
    List<ProtocolSweep> all = List.of(new ProtocolSweep("", splitter));
    if (splitter instanceof YamlNode.Mapping map) {
      for (Map.Entry<String, YamlNode.Entry> entry : map.entries().entrySet()) {
        if (entry.getValue().value() instanceof YamlNode.Sequence list
            && !list.items().isEmpty()
            && takesOne(map, entry.getKey(), catalog)) {
          all = times(all, entry.getKey(), entry.getValue(), list.items());
        }
      }
    }
    return all;
  }

  private static boolean takesOne(YamlNode.Mapping map, String key, PluginCatalog catalog) {
    Optional<Plugin<Splitter>> plugin =
        map.get("strategy")
            .filter(YamlNode.Scalar.class::isInstance)
            .flatMap(name -> catalog.find(Splitter.class, ((YamlNode.Scalar) name).text()));
    Optional<ParamSpec> param = plugin.flatMap(p -> RecordSpec.of(p.params()).find(key));
    return param.filter(p -> p.type().isSingle()).isPresent();
  }

  private static List<ProtocolSweep> times(
      List<ProtocolSweep> some, String key, YamlNode.Entry entry, List<YamlNode> values) {
    List<ProtocolSweep> all = new ArrayList<>();
    for (ProtocolSweep one : some) {
      for (YamlNode value : values) {
        String shown = value instanceof YamlNode.Scalar scalar ? scalar.text() : value.found();
        Map<String, YamlNode.Entry> entries =
            new LinkedHashMap<>(((YamlNode.Mapping) one.splitter).entries());
        entries.put(key, new YamlNode.Entry(entry.keyAt(), value));
        all.add(
            new ProtocolSweep(
                one.suffix + "-" + key + "-" + shown,
                new YamlNode.Mapping(one.splitter.at(), entries)));
      }
    }
    return all;
  }
}
