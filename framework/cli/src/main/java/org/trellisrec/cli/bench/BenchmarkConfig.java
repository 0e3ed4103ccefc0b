package org.trellisrec.cli.bench;

import java.nio.file.Path;
import java.util.stream.Collectors;
import org.trellisrec.config.MetricSelection;
import org.trellisrec.config.PluginCatalog;
import org.trellisrec.config.PluginConfig;

/** Writes the configurations of workloads. */
final class BenchmarkConfig {
  private BenchmarkConfig() {}

  /** Every metric that needs no parameters, and those that need a modality. */
  static String yaml(String reader, Workload workload) {
    return """
        experiment:
          dataset: bench
          data_config: %s
          binarize: true
          top_k: %d
          splitting:
            test_splitting: {strategy: random_subsampling, test_ratio: 0.2}
            validation_splitting: {strategy: random_subsampling, test_ratio: 0.125}
          evaluation:
            cutoffs: [5, 10, 20]
            simple_metrics: [%s]
            complex_metrics: [%s]
          models: {%s}
        """
        .formatted(reader, workload.depth(), metrics(), complex(workload), workload.model());
  }

  /** Only generated data are sure to have a modality. */
  private static String complex(Workload workload) {
    return workload.measuresLists()
        ? "{metric: ILD, modality: genres, similarity: jaccard}, {metric: SRecall, modality: genres},"
            + " {metric: ExtendedF1, metric_0: nDCG, metric_1: Recall}"
        : "";
  }

  /** Generates data, with modalities. */
  static String generated(int users, int items, int interactions) {
    return "{strategy: generated, users: %d, items: %d, interactions: %d}"
        .formatted(users, items, interactions);
  }

  /** Reads a file of rows: user, item, rating. */
  static String rows(Path file) {
    return "{strategy: dataset, dataset_path: %s}".formatted(quoted(file));
  }

  /** Reads train.tsv, val.tsv and test.tsv of this folder. */
  static String fixed(Path root) {
    return "{strategy: fixed, root: %s, train_path: train.tsv, validation_path: val.tsv, test_path: test.tsv}"
        .formatted(quoted(root));
  }

  /** Reads splits saved in this folder. */
  static String saved(Path folder) {
    return "{strategy: saved_splits, folder: %s}".formatted(quoted(folder));
  }

  private static String metrics() {
    return MetricSelection.named("all", PluginCatalog.load()).stream()
        .map(PluginConfig::name)
        .collect(Collectors.joining(", "));
  }

  private static String quoted(Path path) {
    return "'" + path.toAbsolutePath().toString().replace("'", "''") + "'";
  }
}
