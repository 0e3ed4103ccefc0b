package org.trellisrec.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.trellisrec.config.bind.RecordBinder;
import org.trellisrec.config.yaml.Position;
import org.trellisrec.config.yaml.Suggestions;
import org.trellisrec.config.yaml.YamlNode;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.Param;
import org.trellisrec.spi.PluginCall;
import org.trellisrec.spi.Splitter;

/** Reads {@code splitting} and {@code protocols}. */
final class SplittingReader {
  /**
   * The plain keys of {@code splitting}.
   *
   * @param saveOnDisk whether the splits are written
   * @param saveFolder where to
   */
  record Keys(
      @Param(description = "Write the splits to save_folder.", byDefault = "false")
          boolean saveOnDisk,
      @Param(description = "Folder for the splits.", byDefault = Param.OPTIONAL) Path saveFolder) {}

  /** What the section says. */
  record Result(Optional<Path> saveSplits, List<ProtocolConfig> protocols) {}

  private static final String DRAW = "draw";

  static final List<String> PROTOCOL_KEYS = List.of("test_splitting", "validation_splitting", DRAW);
  private static final String NAME = "name";

  private final LoadScope scope;
  private final List<ProtocolConfig> protocols = new ArrayList<>();
  private final Set<String> names = new HashSet<>();

  SplittingReader(LoadScope scope) {
    this.scope = scope;
  }

  Result read(YamlNode.Mapping experiment) {
    Optional<YamlNode> several = experiment.get("protocols");
    Optional<YamlNode.Mapping> single =
        experiment.get("splitting").flatMap(node -> scope.map(node, "splitting"));
    single.ifPresent(map -> single(map, several.isPresent()));
    several.ifPresent(this::several);
    return new Result(single.flatMap(this::folder), protocols);
  }

  private Optional<Path> folder(YamlNode.Mapping splitting) {
    Optional<Keys> keys =
        new RecordBinder(scope.bind())
            .bind(
                Keys.class,
                splitting.without(Set.copyOf(PROTOCOL_KEYS)),
                "splitting",
                PROTOCOL_KEYS);
    if (keys.isPresent() && keys.get().saveOnDisk() && keys.get().saveFolder() == null) {
      scope.problem(splitting.at(), "splitting.save_on_disk is true, but there is no save_folder");
    }
    Optional<YamlNode.Entry> unused =
        Optional.ofNullable(splitting.entries().get("save_folder"))
            .filter(entry -> !entry.value().isNull() && splitting.get("save_on_disk").isEmpty());
    unused.ifPresent(
        entry ->
            scope.problem(
                entry.keyAt(),
                "splitting.save_folder is given, but nothing is saved without save_on_disk; set"
                    + " save_on_disk: true, or false to save nothing"));
    return keys.filter(Keys::saveOnDisk).map(Keys::saveFolder);
  }

  private void single(YamlNode.Mapping splitting, boolean several) {
    boolean hasProtocol = PROTOCOL_KEYS.stream().anyMatch(key -> splitting.get(key).isPresent());
    if (hasProtocol && several) {
      scope.problem(
          splitting.at(), "there are both 'splitting' and 'protocols'; move all to 'protocols'");
    } else if (!several) {
      add(splitting, "splitting", Optional.empty());
    }
  }

  private void several(YamlNode node) {
    if (node instanceof YamlNode.Mapping map) {
      map.entries()
          .forEach(
              (name, entry) -> protocol(entry.value(), "protocols." + name, Optional.of(name)));
      return;
    }
    List<YamlNode> items = LoadScope.items(node);
    for (int i = 0; i < items.size(); i++) {
      protocol(items.get(i), "protocols[" + i + "]", Optional.empty());
    }
  }

  private void protocol(YamlNode node, String where, Optional<String> key) {
    scope
        .map(node, where)
        .ifPresent(
            map -> {
              checkKeys(map, where, key.isEmpty());
              add(map, where, key.or(() -> givenName(map)));
            });
  }

  private static Optional<String> givenName(YamlNode.Mapping map) {
    return word(map, NAME);
  }

  private static Optional<String> word(YamlNode.Mapping map, String key) {
    return map.get(key)
        .filter(node -> node instanceof YamlNode.Scalar && !node.isNull())
        .map(word -> ((YamlNode.Scalar) word).text());
  }

  private void checkKeys(YamlNode.Mapping map, String where, boolean mayHaveName) {
    map.entries()
        .forEach(
            (key, entry) -> {
              if (!PROTOCOL_KEYS.contains(key) && !(mayHaveName && key.equals(NAME))) {
                scope.problem(
                    entry.keyAt(),
                    "%s.%s is not a key of a protocol%s",
                    where,
                    key,
                    Suggestions.endOfMessage(key, PROTOCOL_KEYS));
              }
            });
  }

  private void add(YamlNode.Mapping map, String where, Optional<String> given) {
    Optional<YamlNode> test = map.get("test_splitting");
    if (test.isEmpty()) {
      scope.problem(map.at(), "%s needs 'test_splitting'", where);
      return;
    }
    map.get(DRAW)
        .filter(node -> !(node.isNull() || node instanceof YamlNode.Scalar))
        .ifPresent(
            node ->
                scope.problem(
                    node.at(),
                    "%s.draw is a name that protocols share which are to draw alike, not %s",
                    where,
                    node.found()));
    Optional<YamlNode> validation = map.get("validation_splitting").filter(v -> !v.isNull());
    Optional<PluginConfig<Splitter>> validations =
        validation.flatMap(node -> splitter(node, where + ".validation_splitting"));
    for (ProtocolSweep one : ProtocolSweep.of(test.get(), scope.catalog())) {
      splitter(one.splitter(), where + ".test_splitting")
          .ifPresent(
              splitter -> {
                given
                    .or(() -> task(splitter, test.get().at(), where))
                    .ifPresent(
                        common -> {
                          String name = common + one.suffix();
                          String draw = word(map, DRAW).orElse(common);
                          checkName(name, map.at());
                          protocols.add(new ProtocolConfig(name, draw, splitter, validations));
                        });
              });
    }
  }

  private Optional<PluginConfig<Splitter>> splitter(YamlNode node, String where) {
    return new PluginReader(scope).read(Splitter.class, node, "strategy", where);
  }

  /** The name of the task that a splitter makes; one that cannot be made is a problem. */
  private Optional<String> task(PluginConfig<Splitter> config, Position at, String where) {
    try {
      Splitter splitter = config.create(scope.catalog());
      return Optional.of(PluginCall.of("splitter", splitter).result("task", splitter::task));
    } catch (InputException e) {
      scope.problem(at, "%s.test_splitting: %s", where, e.getMessage());
      return Optional.empty();
    }
  }

  private void checkName(String name, Position at) {
    scope.checkLabel(name, at, "the protocol name");
    if (!names.add(name.toLowerCase(Locale.ROOT))) {
      scope.problem(at, "two protocols are called '%s'; give each a 'name' of its own", name);
    }
  }
}
