package org.trellisrec.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A folder with a configuration and the data file it names. */
record ConfigFixture(Path folder) {
  static final PluginCatalog CATALOG = PluginCatalog.of(new SamplePlugins());

  /** A configuration that is right; line numbers of the tests count from its first line. */
  static final String GOOD =
      """
      experiment:
        dataset: tiny
        top_k: 20
        data_config:
          strategy: dataset
          dataset_path: ratings.tsv
        prefiltering:
          strategy: user_k_core
          core: 5
        splitting:
          test_splitting: {strategy: random_subsampling, test_ratio: 0.2}
          validation_splitting: {strategy: random_subsampling, test_ratio: 0.1}
        evaluation:
          cutoffs: [5, 10]
          simple_metrics: [nDCG, recall]
          complex_metrics: [{metric: DSC, beta: 2}]
        models:
          MostPop:
          ItemKNN:
            neighbors: 50
      """;

  ConfigFixture {
    try {
      Files.writeString(folder.resolve("ratings.tsv"), "u\ti\t1\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path write(String yaml) {
    try {
      return Files.writeString(folder.resolve("bench.yml"), yaml);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  ExperimentConfig load(String yaml, String... overrides) {
    return ExperimentLoader.load(
        write(yaml), List.of(overrides), CATALOG, Map.of("K", "7", "EMPTY", "")::get, folder);
  }

  /** Loads the good configuration with one model in place of ItemKNN's entry. */
  ExperimentConfig model(String entry) {
    return load(GOOD.replace("    ItemKNN:\n      neighbors: 50\n", entry.indent(4)));
  }
}
