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
    own = withDevice(own);
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
  private YamlNode.Mapping withDevice(YamlNode.Mapping given) {
    Optional<YamlNode.Entry> gpu = given.entry(ElliotKeys.GPU);
    YamlNode.Mapping own = given.without(Set.of(ElliotKeys.GPU));
    if (gpu.isEmpty()) {
      return own;
    }
    YamlNode value = gpu.get().value();
    if (!(value instanceof YamlNode.Scalar index && index.text().matches("-1|\\d{1,4}"))) {
      scope.problem(
          value.at(),
          "experiment.gpu is %s, but must be -1 for the CPU or the number of a GPU",
          value.found());
      return own;
    }
    if (own.get("device").isPresent()) {
      scope.note(gpu.get().keyAt(), "experiment.gpu has no effect beside experiment.device");
      return own;
    }
    Device device = index.text().equals("-1") ? Device.CPU : Device.AUTO;
    scope.note(
        gpu.get().keyAt(),
        "experiment.gpu: %s is read as 'device: %s'".formatted(index.text(), device));
    Map<String, YamlNode.Entry> entries = new LinkedHashMap<>(own.entries());
    YamlNode.Scalar read = new YamlNode.Scalar(index.at(), device.toString(), false);
    entries.put("device", new YamlNode.Entry(index.at(), read));
    return new YamlNode.Mapping(own.at(), entries);
  }
}
