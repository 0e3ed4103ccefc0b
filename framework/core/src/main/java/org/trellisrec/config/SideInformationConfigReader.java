package org.trellisrec.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trellisrec.config.yaml.Suggestions;
import org.trellisrec.config.yaml.YamlNode;
import org.trellisrec.spi.SideInformationReader;

/** Reads {@code side_information}, and the entries that Elliot has under {@code data_config}. */
final class SideInformationConfigReader {
  static final List<String> SIDES = List.of("users", "items");
  private static final String SECTION = "side_information";
  private static final String ELLIOT = "data_config." + SECTION;
  private static final String DATALOADER = "dataloader";

  private final LoadScope scope;
  private final PluginReader plugins;

  SideInformationConfigReader(LoadScope scope) {
    this.scope = scope;
    this.plugins = new PluginReader(scope);
  }

  SideInformationConfig read(YamlNode.Mapping experiment) {
    List<PluginConfig<SideInformationReader>> users = new ArrayList<>();
    List<PluginConfig<SideInformationReader>> items = new ArrayList<>(elliot(experiment));
    Optional<YamlNode.Mapping> section =
        experiment.get(SECTION).flatMap(node -> scope.map(node, SECTION));
    if (section.isPresent()) {
      section.get().entries().forEach((key, entry) -> checkKey(key, entry));
      users.addAll(sources(section.get(), SIDES.get(0)));
      items.addAll(sources(section.get(), SIDES.get(1)));
    }
    return new SideInformationConfig(users, items);
  }

  private void checkKey(String key, YamlNode.Entry entry) {
    if (!SIDES.contains(key)) {
      scope.problem(
          entry.keyAt(),
          "%s.%s is not a side%s",
          SECTION,
          key,
          Suggestions.endOfMessage(key, SIDES));
    }
  }

  private List<PluginConfig<SideInformationReader>> sources(YamlNode.Mapping section, String side) {
    List<PluginConfig<SideInformationReader>> sources = new ArrayList<>();
    List<YamlNode> nodes = section.get(side).map(LoadScope::items).orElse(List.of());
    for (int i = 0; i < nodes.size(); i++) {
      String name = "%s.%s[%d]".formatted(SECTION, side, i);
      plugins
          .read(SideInformationReader.class, nodes.get(i), "strategy", name)
          .ifPresent(sources::add);
    }
    return sources;
  }

  /** Of Elliot's loaders those are read that describe items by what a recommender here can use. */
  private List<PluginConfig<SideInformationReader>> elliot(YamlNode.Mapping experiment) {
    List<PluginConfig<SideInformationReader>> sources = new ArrayList<>();
    Optional<YamlNode> data = experiment.get("data_config");
    if (data.isPresent() && data.get() instanceof YamlNode.Mapping map) {
      List<YamlNode> entries = map.get(SECTION).map(LoadScope::items).orElse(List.of());
      for (int i = 0; i < entries.size(); i++) {
        elliot(entries.get(i), "%s[%d]".formatted(ELLIOT, i)).ifPresent(sources::add);
      }
    }
    return sources;
  }

  private Optional<PluginConfig<SideInformationReader>> elliot(YamlNode node, String name) {
    boolean known =
        node instanceof YamlNode.Mapping map
            && map.get(DATALOADER)
                .filter(YamlNode.Scalar.class::isInstance)
                .flatMap(
                    loader ->
                        scope
                            .catalog()
                            .find(SideInformationReader.class, ((YamlNode.Scalar) loader).text()))
                .isPresent();
    if (!known) {
      scope.note(
          node.at(),
          name
              + " has no effect here: of Elliot's loaders, ItemAttributes is read; declare what else"
              + " you need under side_information");
      return Optional.empty();
    }
    return plugins.read(SideInformationReader.class, node, DATALOADER, name);
  }
}
