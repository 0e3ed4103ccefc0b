package org.trellisrec.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.trellisrec.config.yaml.YamlNode;

/** Keys of Elliot that mean nothing here, and why; a file that has them still runs. */
final class ElliotKeys {
  private static final String PATHS =
      "results go to 'output', which holds a folder for every data set and run";
  private static final String LOGS = "what is logged is chosen on the command line";

  private static final Map<String, String> EXPERIMENT = new LinkedHashMap<>();

  static {
    EXPERIMENT.put("version", "Elliot's version is not checked");
    EXPERIMENT.put("backend", "there is one backend");
    EXPERIMENT.put("gpu", "-1 is read as 'device: cpu', anything else as 'device: auto'");
    EXPERIMENT.put("path_output_rec_result", PATHS);
    EXPERIMENT.put("path_output_rec_weight", PATHS);
    EXPERIMENT.put("path_output_rec_performance", PATHS);
    EXPERIMENT.put("path_log_folder", LOGS);
    EXPERIMENT.put("path_logger_config", LOGS);
    EXPERIMENT.put("external_models_path", "plugins are jars in the folder 'plugins'");
    EXPERIMENT.put("config_test", "'trellisrec validate' checks a file without running it");
    EXPERIMENT.put(
        "align_side_with_train", "models decide for themselves what they can do without");
  }

  private ElliotKeys() {}

  /** The keys beside {@code dataset} and the like. */
  static Map<String, String> ofExperiment() {
    return Collections.unmodifiableMap(EXPERIMENT);
  }

  /** Notes every such key of a map, and gives the map without them. */
  static YamlNode.Mapping strip(
      YamlNode.Mapping map, Map<String, String> keys, String name, LoadScope scope) {
    map.entries()
        .forEach(
            (key, entry) -> {
              if (keys.containsKey(key)) {
                scope.note(
                    entry.keyAt(), name + "." + key + " has no effect here: " + keys.get(key));
              }
            });
    return map.without(Set.copyOf(keys.keySet()));
  }
}
