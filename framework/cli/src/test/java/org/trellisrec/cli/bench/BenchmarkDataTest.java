package org.trellisrec.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.trellisrec.config.ExperimentConfig;
import org.trellisrec.config.ExperimentLoader;
import org.trellisrec.config.PluginCatalog;
import org.trellisrec.data.EvalTask;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.Split;
import org.trellisrec.pipeline.Experiment;
import org.trellisrec.pipeline.RunListener;
import org.trellisrec.pipeline.RunOptions;

class BenchmarkDataTest {
  private static final int SIZE = 4000;

  @TempDir Path folder;

  @Test
  void theGeneratedSplitHasTheSharesOfTheRealOne() throws IOException {
    String reader = new BenchmarkData(folder, SIZE).movieLens(100, 80, SIZE);
    Split split = split(BenchmarkConfig.yaml(reader, Workload.ITEMKNN));
    assertThat(split.train().size() / (double) SIZE).isCloseTo(0.7, within(0.02));
    assertThat(share(split.validation())).isCloseTo(0.1, within(0.02));
    assertThat(share(split.test())).isCloseTo(0.2, within(0.02));
  }

  @ParameterizedTest
  @EnumSource
  void everyConfigurationIsValid(Workload workload) throws IOException {
    String reader = BenchmarkConfig.described(100, 80, SIZE);
    Path yaml =
        Files.writeString(folder.resolve("test.yml"), BenchmarkConfig.yaml(reader, workload));
    PluginCatalog catalog = PluginCatalog.load();
    assertThat(Experiment.check(ExperimentLoader.load(yaml, List.of(), catalog), catalog))
        .isEmpty();
  }

  @Test
  void benchmarksOfModalitiesRankItemsThatAreNew() throws IOException {
    String reader = BenchmarkConfig.described(100, 80, SIZE);
    Split split = split(BenchmarkConfig.yaml(reader, Workload.SIBRAR_SC));
    Interactions train = split.train().transpose();
    Interactions test = split.test().get(0).truth().transpose();
    for (int item = 0; item < 80; item++) {
      assertThat(train.count(item) == 0 || test.count(item) == 0).isTrue();
    }
  }

  private Split split(String text) throws IOException {
    Path yaml = Files.writeString(folder.resolve("test.yml"), text);
    PluginCatalog catalog = PluginCatalog.load();
    ExperimentConfig config = ExperimentLoader.load(yaml, List.of(), catalog);
    RunOptions options = new RunOptions(Optional.empty(), 1, Map.of());
    return Experiment.split(config, catalog, options, RunListener.SILENT).splits().get(0);
  }

  private static double share(List<EvalTask> tasks) {
    return tasks.stream().mapToInt(task -> task.truth().size()).sum() / (double) SIZE;
  }
}
