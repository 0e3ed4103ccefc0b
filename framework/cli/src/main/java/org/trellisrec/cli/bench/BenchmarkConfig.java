package org.trellisrec.cli.bench;

import java.nio.file.Path;
import java.util.stream.Collectors;
import org.trellisrec.cli.bench.Workspace.Data;
import org.trellisrec.config.MetricSelection;
import org.trellisrec.config.PluginCatalog;
import org.trellisrec.config.PluginConfig;

/** Writes the configurations of workloads. */
final class BenchmarkConfig {
  /** The metrics of the configuration templates. */
  private static final String USUAL_METRICS =
      "nDCG, Recall, Precision, HR, MRR, MAP, F1, ItemCoverage, ARP, APLT, PopRSP, Gini";

  private BenchmarkConfig() {}

  /** The experiment of a workload on the data that {@code reader} names. */
  static String yaml(String reader, Workload workload) {
    return """
        experiment:
          dataset: bench
          data_config: %s
          binarize: true
          top_k: %d
          splitting:
            test_splitting: {%s}
            validation_splitting: {%s}
          evaluation:
            cutoffs: [5, 10, 20]
            simple_metrics: [%s]
            complex_metrics: [%s]
          models: {%s}
        """
        .formatted(
            reader,
            workload.depth(),
            splitter(workload, 0.2, 0.1),
            splitter(workload, 0.125, 0.1111),
            workload.measuresEveryMetric() ? everyMetric() : USUAL_METRICS,
            complex(workload),
            workload.model());
  }

  private static String splitter(Workload workload, double warm, double cold) {
    return workload.data() == Data.COLD_ITEMS
        ? "strategy: item_cold, test_ratio: " + cold
        : "strategy: random_subsampling, test_ratio: " + warm;
  }

  /** Only generated data are sure to have a modality. */
  private static String complex(Workload workload) {
    return workload.measuresLists()
        ? "{metric: ILD, modality: genres, similarity: jaccard}, {metric: SRecall, modality: genres},"
            + " {metric: ExtendedF1, metric_0: nDCG, metric_1: Recall}"
        : "";
  }

  /** Generates data with vectors of items as long as those of texts usually are. */
  static String described(int users, int items, int interactions) {
    return "{strategy: generated, users: %d, items: %d, interactions: %d, vector_size: 256}"
        .formatted(users, items, interactions);
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

  /** Reads the files of the only fold of this folder. */
  static String hierarchy(Path folder) {
    return "{strategy: hierarchy, root_folder: %s}".formatted(quoted(folder));
  }

  /** Reads splits saved in this folder. */
  static String saved(Path folder) {
    return "{strategy: saved_splits, folder: %s}".formatted(quoted(folder));
  }

  /** Those that need no parameters. */
  private static String everyMetric() {
    return MetricSelection.named("all", PluginCatalog.load()).stream()
        .map(PluginConfig::name)
        .collect(Collectors.joining(", "));
  }

  private static String quoted(Path path) {
    return "'" + path.toAbsolutePath().toString().replace("'", "''") + "'";
  }
}
