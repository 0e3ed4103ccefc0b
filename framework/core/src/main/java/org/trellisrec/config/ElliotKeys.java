package org.trellisrec.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.trellisrec.config.bind.RecordSpec;
import org.trellisrec.config.yaml.Position;
import org.trellisrec.config.yaml.YamlNode;

/** Keys of Elliot that mean nothing here, and why; a file that has them still runs. */
public final class ElliotKeys {
  private static final String PATHS =
      "results go to 'output', which holds a folder for every data set and run";
  private static final String LOGS = "what is logged is chosen on the command line";

  /** The key of {@code experiment} that says where to compute. */
  public static final String GPU = "gpu";

  /** How {@link #GPU} is read. */
  public static final String GPU_MEANING =
      "-1 is read as 'device: cpu', any other number as 'device: auto'; no effect beside 'device'";

  private static final Map<String, String> EXPERIMENT = new LinkedHashMap<>();

  static {
    EXPERIMENT.put("version", "Elliot's version is not checked");
    EXPERIMENT.put("backend", "there is one backend");
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

  private static final Map<String, String> DATA_CONFIG =
      Map.of("dataloader", "side information is declared under side_information");
  private static final String UPDATES = "Elliot does not use it either; all is updated";
  private static final Map<String, String> MODEL =
      Map.of(
          "epochs", "this model does not learn in epochs",
          "batch_size", "this model does not learn in batches",
          "seed", "every seed follows from random_seed",
          "n_fold", "the graph is propagated in one piece",
          "reg_lambda", "Elliot does not use it either; weight_decay regularises",
          "update_users", UPDATES,
          "update_items", UPDATES,
          "update_bias", UPDATES,
          "update_negative_item_factors", UPDATES);

  /** Keys that are read and mean nothing elsewhere than in a configuration of Elliot. */
  private static final List<List<String>> MARKS =
      List.of(
          List.of(GPU),
          List.of("print_results_as_triplets"),
          List.of("data_config", "dataloader"),
          List.of("data_config", "side_information"),
          List.of("negative_sampling", "file_path"),
          List.of("evaluation", "paired_ttest"),
          List.of("evaluation", "wilcoxon_test"));

  private static final List<List<String>> MARKS_OF_MODELS =
      List.of(
          List.of("meta", "verbose"),
          List.of("meta", "eval_perturbations"),
          List.of("early_stopping", "verbose"),
          List.of("reg_lambda"),
          List.of("update_users"),
          List.of("update_items"),
          List.of("update_bias"),
          List.of("update_negative_item_factors"));

  private ElliotKeys() {}

  /**
   * A key by which a configuration is known to be Elliot's.
   *
   * @param name the key with those around it
   */
  record Mark(Position at, String name) {}

  /** The first such key that is written in a file; empty if there is none. */
  static Optional<Mark> mark(YamlNode.Mapping experiment) {
    List<Mark> marks = new ArrayList<>();
    EXPERIMENT.keySet().forEach(key -> find(experiment, "experiment", List.of(key), marks));
    MARKS.forEach(path -> find(experiment, "experiment", path, marks));
    if (experiment.get("models").orElse(null) instanceof YamlNode.Mapping models) {
      models
          .entries()
          .forEach(
              (label, entry) -> {
                String name = "models." + label;
                if (label.startsWith(ModelsReader.EXTERNAL)) {
                  marks.add(new Mark(entry.keyAt(), name));
                }
                if (entry.value() instanceof YamlNode.Mapping model) {
                  MARKS_OF_MODELS.forEach(path -> find(model, name, path, marks));
                }
              });
    }
    return marks.stream()
        .filter(mark -> mark.at().origin().numbered())
        .min(Comparator.comparing(Mark::at));
  }

  private static void find(YamlNode.Mapping map, String name, List<String> path, List<Mark> marks) {
    String[] inside = path.subList(1, path.size()).toArray(String[]::new);
    map.entry(path.get(0), inside)
        .ifPresent(
            entry -> marks.add(new Mark(entry.keyAt(), name + "." + String.join(".", path))));
  }

  /** Keys of {@code experiment}, and why each has no effect. */
  public static Map<String, String> ofExperiment() {
    return Collections.unmodifiableMap(EXPERIMENT);
  }

  /** Keys of {@code data_config} that have no effect if the reader does not declare them. */
  public static Map<String, String> ofDataConfig(Class<? extends Record> params) {
    return undeclared(DATA_CONFIG, params);
  }

  /** Keys of a model that have no effect if the recommender does not declare them. */
  public static Map<String, String> ofModel(Class<? extends Record> params) {
    return undeclared(MODEL, params);
  }

  private static Map<String, String> undeclared(
      Map<String, String> keys, Class<? extends Record> params) {
    Map<String, String> unused = new TreeMap<>(keys);
    unused.keySet().removeIf(key -> RecordSpec.of(params).find(key).isPresent());
    return unused;
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
