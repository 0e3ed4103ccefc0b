package org.trellisrec.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.trellisrec.config.bind.BindScope;
import org.trellisrec.config.bind.RecordBinder;
import org.trellisrec.config.yaml.YamlNode;
import org.trellisrec.spi.Param;
import org.trellisrec.spi.SideInformationReader;

/** Reads {@code side_information}, and the entries that Elliot has under {@code data_config}. */
final class SideInformationConfigReader {
  /**
   * The plain keys of {@code side_information}.
   *
   * @param root where relative paths start
   */
  record Keys(
      @Param(
              description =
                  "Folder where the relative paths of the section start; by default the root of"
                      + " data_config, if it has one.",
              byDefault = Param.OPTIONAL)
          Path root) {}

  static final List<String> SIDES = List.of("users", "items");
  private static final String SECTION = "side_information";
  private static final String ELLIOT = "data_config." + SECTION;
  private static final String DATALOADER = "dataloader";

  private final LoadScope scope;

  SideInformationConfigReader(LoadScope scope) {
    this.scope = scope;
  }

  SideInformationConfig read(YamlNode.Mapping experiment) {
    List<SideSource> users = new ArrayList<>();
    List<SideSource> items = new ArrayList<>(elliot(experiment));
    Optional<YamlNode.Mapping> section =
        experiment.get(SECTION).flatMap(node -> scope.map(node, SECTION));
    if (section.isPresent()) {
      PluginReader plugins = new PluginReader(rooted(section.get(), experiment));
      users.addAll(sources(plugins, section.get(), SIDES.get(0)));
      items.addAll(sources(plugins, section.get(), SIDES.get(1)));
    }
    return new SideInformationConfig(users, items);
  }

  /** The data and what is known of them usually lie in the same folder. */
  private LoadScope rooted(YamlNode.Mapping section, YamlNode.Mapping experiment) {
    Optional<Path> root =
        new RecordBinder(scope.bind().forInputs())
            .bind(Keys.class, section.without(Set.copyOf(SIDES)), SECTION, SIDES)
            .map(Keys::root)
            .or(() -> rootOfData(experiment));
    BindScope bind = root.map(scope.bind()::withRoot).orElse(scope.bind());
    return new LoadScope(scope.catalog(), bind, scope.notes());
  }

  private Optional<Path> rootOfData(YamlNode.Mapping experiment) {
    return experiment
        .get("data_config")
        .filter(YamlNode.Mapping.class::isInstance)
        .flatMap(data -> ((YamlNode.Mapping) data).get("root"))
        .filter(YamlNode.Scalar.class::isInstance)
        .flatMap(root -> scope.bind().path((YamlNode.Scalar) root, "data_config.root"));
  }

  private static List<SideSource> sources(
      PluginReader plugins, YamlNode.Mapping section, String side) {
    List<SideSource> sources = new ArrayList<>();
    List<YamlNode> nodes = section.get(side).map(LoadScope::items).orElse(List.of());
    for (int i = 0; i < nodes.size(); i++) {
      YamlNode node = nodes.get(i);
      String name = "%s.%s[%d]".formatted(SECTION, side, i);
      plugins
          .read(SideInformationReader.class, node, "strategy", name)
          .ifPresent(reader -> sources.add(new SideSource(node.at(), reader)));
    }
    return sources;
  }

  /** Of Elliot's loaders those are read that describe items by what a recommender here can use. */
  private List<SideSource> elliot(YamlNode.Mapping experiment) {
    List<SideSource> sources = new ArrayList<>();
    Optional<YamlNode> data = experiment.get("data_config");
    if (data.isPresent() && data.get() instanceof YamlNode.Mapping map) {
      List<YamlNode> entries = map.get(SECTION).map(LoadScope::items).orElse(List.of());
      for (int i = 0; i < entries.size(); i++) {
        elliot(entries.get(i), "%s[%d]".formatted(ELLIOT, i)).ifPresent(sources::add);
      }
    }
    return sources;
  }

  private Optional<SideSource> elliot(YamlNode node, String name) {
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
    return new PluginReader(scope)
        .read(SideInformationReader.class, node, DATALOADER, name)
        .map(reader -> new SideSource(node.at(), reader));
  }
}
