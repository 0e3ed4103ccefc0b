package org.trellisrec.config;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.trellisrec.config.bind.RecordBinder;
import org.trellisrec.config.yaml.YamlNode;

/** Reads the plain keys of {@code experiment}. */
final class SettingsReader {
  private final LoadScope scope;

  SettingsReader(LoadScope scope) {
    this.scope = scope;
  }

  Optional<Settings> read(YamlNode.Mapping experiment) {
    String name = ExperimentReader.ROOT;
    YamlNode.Mapping own =
        ElliotKeys.strip(
            experiment.without(Set.copyOf(Section.keys())), ElliotKeys.ofExperiment(), name, scope);
    own = withDevice(experiment, own);
    YamlNode.Entry seed = own.entries().get("random_seed");
    Optional<Settings> settings =
        new RecordBinder(scope.bind()).bind(Settings.class, own, name, Section.keys());
    if (seed != null && settings.filter(s -> !s.seeds().isEmpty()).isPresent()) {
      scope.note(seed.keyAt(), "experiment.random_seed has no effect here: seeds are given");
    }
    return settings;
  }

  /** Elliot's {@code gpu: -1} asks for the processor. */
  private static YamlNode.Mapping withDevice(YamlNode.Mapping experiment, YamlNode.Mapping own) {
    boolean cpu =
        experiment.get("gpu").orElse(null) instanceof YamlNode.Scalar gpu
            && gpu.text().equals("-1");
    if (!cpu || own.get("device").isPresent()) {
      return own;
    }
    YamlNode gpu = experiment.get("gpu").orElseThrow();
    Map<String, YamlNode.Entry> entries = new LinkedHashMap<>(own.entries());
    YamlNode.Scalar device = new YamlNode.Scalar(gpu.at(), "cpu", false);
    entries.put("device", new YamlNode.Entry(gpu.at(), device));
    return new YamlNode.Mapping(own.at(), entries);
  }
}
