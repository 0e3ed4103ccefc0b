package org.trellisrec.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.trellisrec.config.bind.RecordSpec;
import org.trellisrec.config.yaml.Problems;
import org.trellisrec.config.yaml.Suggestions;
import org.trellisrec.config.yaml.YamlNode;

/**
 * The keys beside {@code experiment}, none of which has a meaning.
 *
 * @param root the whole file
 * @param problems takes what is wrong
 */
record RootKeys(YamlNode.Mapping root, Problems problems) {
  private static final Set<String> RECBOLE =
      Set.of(
          "ITEM_ID_FIELD",
          "RATING_FIELD",
          "TIME_FIELD",
          "USER_ID_FIELD",
          "benchmark_filename",
          "checkpoint_dir",
          "data_path",
          "embedding_size",
          "epochs",
          "eval_args",
          "eval_batch_size",
          "eval_step",
          "field_separator",
          "gpu_id",
          "item_inter_num_interval",
          "learner",
          "learning_rate",
          "load_col",
          "metrics",
          "model",
          "neg_sampling",
          "reproducibility",
          "seed",
          "seq_separator",
          "show_progress",
          "stopping_step",
          "topk",
          "train_batch_size",
          "train_neg_sample_args",
          "use_gpu",
          "user_inter_num_interval",
          "val_interval",
          "valid_metric",
          "valid_metric_bigger");

  private List<String> ofRecBole() {
    return root.keys().stream().filter(RECBOLE::contains).toList();
  }

  /** True if so many keys are RecBole's that the file was written for it. */
  boolean areOfRecBole() {
    return ofRecBole().size() > 1;
  }

  /** Adds to the problems what must not stand here. */
  void check() {
    List<String> recBole = areOfRecBole() ? ofRecBole() : List.of();
    if (!recBole.isEmpty()) {
      problems.add(
          root.entries().get(recBole.get(0)).keyAt(),
          "this is a configuration of RecBole (%s), and files are written otherwise here: see docs/configuration.md,"
              + " and docs/howto-data.md for atomic files, which 'strategy: recbole' reads",
          String.join(", ", recBole));
    }
    root.entries()
        .forEach(
            (key, entry) -> {
              if (!key.equals(ExperimentReader.ROOT) && !recBole.contains(key)) {
                problems.add(entry.keyAt(), "'%s' is not a key of the file%s", key, instead(key));
              }
            });
  }

  private static String instead(String key) {
    List<String> inside = new ArrayList<>(Section.keys());
    inside.addAll(RecordSpec.of(Settings.class).keys());
    inside.addAll(ElliotKeys.ofExperiment().keySet());
    inside.add(ElliotKeys.GPU);
    if (inside.contains(key)) {
      return "; move it under 'experiment'";
    }
    return Suggestions.nearest(key, List.of(ExperimentReader.ROOT))
        .map(near -> "; did you mean '" + near + "'?")
        .or(
            () ->
                Suggestions.nearest(key, inside)
                    .map(near -> "; did you mean '" + near + "', under 'experiment'?"))
        .orElse("; all stands under 'experiment'");
  }
}
