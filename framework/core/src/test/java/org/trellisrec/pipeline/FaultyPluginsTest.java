package org.trellisrec.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trellisrec.config.PluginCatalog;
import org.trellisrec.data.Dataset;
import org.trellisrec.data.Holdout;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.Modality;
import org.trellisrec.data.SideInformation;
import org.trellisrec.data.TrainingData;
import org.trellisrec.data.Vocabulary;
import org.trellisrec.spi.DatasetReader;
import org.trellisrec.spi.FitContext;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.LoadedData;
import org.trellisrec.spi.Model;
import org.trellisrec.spi.NoParams;
import org.trellisrec.spi.Param;
import org.trellisrec.spi.PluginModule;
import org.trellisrec.spi.Prefilter;
import org.trellisrec.spi.ReadContext;
import org.trellisrec.spi.Recommender;
import org.trellisrec.spi.Seed;
import org.trellisrec.spi.SideInformationReader;
import org.trellisrec.spi.Splitter;
import org.trellisrec.spi.TaskContext;
import org.trellisrec.spi.UserMetric;

/** What plugins of others do wrong, wherever a run calls them, is told under their names. */
class FaultyPluginsTest {
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
          Ticker: {epochs: 2}
      """;

  private static final class Plugins extends PluginModule {
    @Override
    protected void plugins() {
      reader("null_data", NullData.class);
      sideInformation("null_side", NullSide.class);
      prefilter("null_prefilter", NullPrefilter.class);
      splitter("null_fold", NullFold.class);
      splitter("broken_split", BrokenSplit.class);
      splitter("null_task", NullTask.class);
      metric("NullLabel", NullLabel.class);
      metric("NullBound", NullBound.class);
      recommender("NullMembers", NullMembers.class);
      recommender("BrokenCheck", BrokenCheck.class);
      recommender("Undeclared", NullMembers.class, Undeclared.class);
    }
  }

  record Undeclared(@Param(description = "Known.", byDefault = "1") int known, int unknown) {}

  record NullData(NoParams params) implements DatasetReader {
    @Inject
    NullData {}

    @Override
    public LoadedData read(ReadContext context) {
      return null;
    }
  }

  record NullSide(NoParams params) implements SideInformationReader {
    @Inject
    NullSide {}

    @Override
    public Map<String, Modality> read(Vocabulary ids, ReadContext context) {
      return null;
    }
  }

  record NullPrefilter(NoParams params) implements Prefilter {
    @Inject
    NullPrefilter {}

    @Override
    public Interactions apply(Dataset data) {
      return null;
    }
  }

  record NullFold(NoParams params) implements Splitter {
    @Inject
    NullFold {}

    @Override
    public List<Holdout> split(Dataset data, Seed seed) {
      return Arrays.asList((Holdout) null);
    }
  }

  record BrokenSplit(NoParams params) implements Splitter {
    @Inject
    BrokenSplit {}

    @Override
    public List<Holdout> split(Dataset data, Seed seed) {
      throw new ArithmeticException("no share");
    }
  }

  record NullTask(NoParams params) implements Splitter {
    @Inject
    NullTask {}

    @Override
    public String task() {
      return null;
    }

    @Override
    public List<Holdout> split(Dataset data, Seed seed) {
      throw new AssertionError("never asked to split");
    }
  }

  record NullLabel(NoParams params) implements UserMetric {
    @Inject
    NullLabel {}

    @Override
    public String label(String name) {
      return null;
    }

    @Override
    public PerUser bind(TaskContext task) {
      return list -> 0;
    }
  }

  record NullBound(NoParams params) implements UserMetric {
    @Inject
    NullBound {}

    @Override
    public PerUser bind(TaskContext task) {
      return null;
    }
  }

  record NullMembers(NoParams params) implements Recommender {
    @Inject
    NullMembers {}

    @Override
    public Map<String, Recommender> members() {
      return null;
    }

    @Override
    public Model fit(TrainingData data, FitContext context) {
      throw new AssertionError("never fitted");
    }
  }

  record BrokenCheck(NoParams params) implements Recommender {
    @Inject
    BrokenCheck {}

    @Override
    public void check(SideInformation side) {
      throw new ArithmeticException("no side");
    }

    @Override
    public Model fit(TrainingData data, FitContext context) {
      throw new AssertionError("never fitted");
    }
  }

  private static final PluginCatalog CATALOG = TinyPlugins.and(new Plugins());

  @TempDir Path folder;
  private TinyRuns runs;

  @BeforeEach
  void write() throws IOException {
    runs = new TinyRuns(folder, CONFIG, CATALOG);
  }

  private RunOutcome run(String... overrides) {
    return runs.run("out", overrides);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "data_config={strategy: null_data} | the reader NullData returned null from read",
        "side_information={items: [{strategy: null_side}]}"
            + " | the reader NullSide returned null from read",
        "prefiltering={strategy: null_prefilter}"
            + " | the prefilter null_prefilter returned null from apply",
        "splitting.test_splitting={strategy: null_fold}"
            + " | the splitter NullFold returned null from split as fold 0",
        "splitting.test_splitting={strategy: broken_split} | the splitter"
            + " BrokenSplit failed: java.lang.ArithmeticException: no share",
        "splitting.test_splitting={strategy: null_task}"
            + " | the splitter NullTask returned null from task",
        "evaluation.simple_metrics=[NullLabel] | the metric NullLabel returned null from label",
        "evaluation.simple_metrics=[NullBound] | the metric NullBound returned null from bind",
        "models={NullMembers: {}} | the recommender NullMembers returned null from members",
        "models={BrokenCheck: {}}"
            + " | models.BrokenCheck failed: java.lang.ArithmeticException: no side",
        "models={Undeclared: {}} | the plugin Undeclared cannot be used",
      })
  void theyAreNamedWithWhatIsWrong(String override, String message) {
    assertThatThrownBy(() -> run("experiment." + override)).hasMessageContaining(message);
  }

  @Test
  void aParameterThatIsNotDeclaredIsNamed() {
    assertThatThrownBy(() -> run("experiment.models={Undeclared: {}}"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(Undeclared.class.getName() + ".unknown is not annotated with @Param")
        .hasMessageContaining(Plugins.class.getName());
    assertThat(run().report().failures()).isEmpty();
  }
}
