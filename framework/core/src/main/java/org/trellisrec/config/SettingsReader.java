package org.trellisrec.config;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.trellisrec.config.bind.RecordBinder;
import org.trellisrec.config.yaml.YamlNode;
import org.trellisrec.spi.Device;

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

  /**
   * Elliot's {@code gpu}: -1 asks for the CPU. Any other number names the one GPU that TensorFlow
   * is shown, which falls back to the CPU without a word; {@code auto} is the device that does so.
   */
  private YamlNode.Mapping withDevice(YamlNode.Mapping experiment, YamlNode.Mapping own) {
    Optional<YamlNode> gpu = experiment.get("gpu");
    if (gpu.isEmpty()) {
      return own;
    }
    if (!(gpu.get() instanceof YamlNode.Scalar index && index.text().matches("-1|\\d{1,4}"))) {
      scope.problem(
          gpu.get().at(),
          "experiment.gpu is %s, but must be -1 for the CPU or the number of a GPU",
          gpu.get().found());
      return own;
    }
    if (!index.text().equals("-1") || own.get("device").isPresent()) {
      return own;
    }
    Map<String, YamlNode.Entry> entries = new LinkedHashMap<>(own.entries());
    YamlNode.Scalar device = new YamlNode.Scalar(index.at(), Device.CPU.toString(), false);
    entries.put("device", new YamlNode.Entry(index.at(), device));
    return new YamlNode.Mapping(own.at(), entries);
  }
}
