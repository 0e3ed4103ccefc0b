package org.trellisrec.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trellisrec.data.TrainingData;
import org.trellisrec.report.Folders;
import org.trellisrec.spi.FitContext;
import org.trellisrec.spi.Param;
import org.trellisrec.spi.PluginModule;
import org.trellisrec.spi.RestorableRecommender;
import org.trellisrec.spi.SavableModel;
import org.trellisrec.spi.UserBlock;

/** A saved model is whole or not there, whenever its process is killed. */
@SuppressWarnings("SameNameButDifferent")
class SavedWeightsTest {
  private static final String CONFIG =
      """
      experiment:
        dataset: tiny
        output: results
        data_config: {strategy: dataset, dataset_path: ratings.tsv}
        splitting:
          test_splitting: {strategy: by_item, item: 2}
        top_k: 2
        evaluation: {cutoffs: [1], simple_metrics: [First]}
        models:
          Doomed: {fault: '%s', meta: {save_weights: true}}
      """;

  private static final class Plugins extends PluginModule {
    @Override
    protected void plugins() {
      recommender("Doomed", Doomed.class, Doomed.Params.class);
    }
  }

  /** Dies while it is written as long as a file is there. */
  record Doomed(Params params) implements RestorableRecommender {
    record Params(@Param(description = "Whose name the file has.") String fault) {}

    @Inject
    Doomed {}

    @Override
    public SavableModel fit(TrainingData data, FitContext context) {
      return new DoomedModel(Path.of(params.fault()));
    }

    @Override
    public SavableModel restore(Path folder, TrainingData data, FitContext context) {
      return new DoomedModel(Path.of(params.fault()));
    }
  }

  record DoomedModel(Path fault) implements SavableModel {
    @Override
    public void score(UserBlock users, float[][] scores) {
      new Ticker.TickerModel(4).score(users, scores);
    }

    @Override
    public void save(Path state) throws IOException {
      Files.writeString(state.resolve("weight.txt"), "4");
      if (Files.exists(fault)) {
        throw new TinyRuns.Killed();
      }
    }
  }

  @TempDir Path folder;

  private Path draft() {
    return folder.resolve("a/journal/draft");
  }

  @Test
  void whatIsHalfWrittenIsNoUnitAndGoneWhenTheRunGoesOn() throws IOException {
    Path fault = Files.createFile(folder.resolve("fault"));
    TinyRuns runs = new TinyRuns(folder, CONFIG.formatted(fault), TinyPlugins.and(new Plugins()));
    assertThatThrownBy(() -> runs.run("a")).isInstanceOf(TinyRuns.Killed.class);
    assertThat(draft().resolve("state/weight.txt")).exists();
    assertThat(Folders.list(folder.resolve("a/weights"))).isEmpty();
    Files.delete(fault);

    runs.run("a");

    assertThat(draft()).doesNotExist();
    assertThat(Folders.list(folder.resolve("a/weights")))
        .containsExactly(folder.resolve("a/weights/Doomed_warm_0_42"));
    assertThat(SavedWeights.unitsIn(folder.resolve("a"))).containsExactly("Doomed_warm_0_42");
  }

  /** It was killed between the last file and the move. */
  @Test
  void whatLacksOnlyItsPlaceIsNoUnitAndIsReplaced() throws IOException {
    SavedWeights weights = SavedWeights.in(folder.resolve("a"), TinyUnit.KEY);
    write(weights, "1");
    Files.move(weights.folder(), draft());
    Files.createFile(draft().resolve("state/more.txt"));
    assertThat(weights.exists()).isFalse();
    assertThat(SavedWeights.unitsIn(folder.resolve("a"))).isEmpty();

    write(weights, "2");

    assertThat(draft()).doesNotExist();
    assertThat(weights.description().parameters()).isEqualTo(Map.of("epochs", "2"));
    assertThat(Folders.list(weights.state()))
        .containsExactly(weights.state().resolve("weight.txt"));
  }

  private void write(SavedWeights weights, String epochs) throws IOException {
    weights.write(
        draft(),
        new SavedWeights.Description(
            "Doomed",
            "m",
            0,
            List.of(),
            1,
            "warm",
            "0",
            Map.of("epochs", epochs),
            false,
            new DataHashes("", "", "", "")),
        new SavedWeights.Ids(List.of("u0"), List.of("i0")),
        new DoomedModel(folder.resolve("fault")));
  }
}
