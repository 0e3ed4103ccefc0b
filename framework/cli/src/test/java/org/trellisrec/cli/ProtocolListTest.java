package org.trellisrec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trellisrec.config.ExperimentConfig;
import org.trellisrec.config.ExperimentLoader;
import org.trellisrec.config.PluginCatalog;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.Split;
import org.trellisrec.pipeline.Experiment;
import org.trellisrec.pipeline.RunListener;
import org.trellisrec.pipeline.RunOptions;

/** Protocols of one list of values hold out alike. */
class ProtocolListTest {
  @TempDir Path folder;

  private List<Split> splits(String splitter) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("lists.yml"),
            """
            experiment:
              dataset: planted
              data_config: {strategy: generated, users: 200, items: 100, interactions: 4000}
              protocols:
                cold: {test_splitting: %s}
              evaluation: {simple_metrics: [nDCG]}
              models: {MostPop: }
            """
                .formatted(splitter));
    PluginCatalog catalog = PluginCatalog.load();
    ExperimentConfig config = ExperimentLoader.load(file, List.of(), catalog);
    return Experiment.split(
            config, catalog, new RunOptions(Optional.empty(), 1, Map.of()), RunListener.SILENT)
        .splits();
  }

  private static Set<Integer> coldItems(Split split) {
    Interactions truth = split.test().get(0).truth();
    return IntStream.range(0, truth.size())
        .mapToObj(truth::column)
        .collect(Collectors.toUnmodifiableSet());
  }

  @Test
  void rulesOfCandidatesRankForTheSameEntities() throws IOException {
    List<Split> splits = splits("{strategy: item_cold, test_ratio: 0.1, candidates: [truth, all]}");
    assertThat(splits).hasSize(2);
    assertThat(coldItems(splits.get(0))).isEqualTo(coldItems(splits.get(1))).hasSize(10);
  }

  @Test
  void aLargerShareHoldsOutTheSmallerOneAndMore() throws IOException {
    List<Split> splits = splits("{strategy: item_cold, test_ratio: [0.1, 0.3]}");
    assertThat(coldItems(splits.get(1))).hasSize(30).containsAll(coldItems(splits.get(0)));
  }
}
