package org.trellisrec.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trellisrec.config.ExperimentLoader;
import org.trellisrec.config.PluginCatalog;
import org.trellisrec.data.EntitySide;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.Modality;
import org.trellisrec.data.SideInformation;
import org.trellisrec.data.TrainingData;
import org.trellisrec.data.VisibleModalities;
import org.trellisrec.io.CoreModule;
import org.trellisrec.metrics.MetricsModule;
import org.trellisrec.pipeline.Experiment;
import org.trellisrec.pipeline.RunListener;
import org.trellisrec.pipeline.RunOptions;
import org.trellisrec.pipeline.RunOutcome;
import org.trellisrec.recommenders.RecommendersModule;
import org.trellisrec.report.KeptTables;
import org.trellisrec.report.MetricRow;
import org.trellisrec.spi.FitContext;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.Model;
import org.trellisrec.spi.PluginModule;
import org.trellisrec.spi.Recommender;
import org.trellisrec.spi.UserBlock;
import org.trellisrec.splitters.SplittersModule;

/** A run in which modalities are withheld from a model that uses them. */
class MissingModalitiesRunTest {
  private static final String CONFIG =
      """
      experiment:
        dataset: small
        data_config: {strategy: generated, users: 120, items: 80, interactions: 2400}
        protocols:
          warm:
            test_splitting: {strategy: random_subsampling, test_ratio: 0.2}
          item_cold:
            test_splitting: {strategy: item_cold, test_ratio: 0.2}
        evaluation:
          cutoffs: 5
          simple_metrics: [nDCG]
          missing_modalities: MISSING
        models:
          MostPop:
          ByLabels:
      """;
  private static final String BY_ID =
      """
          ById:
            model: SiBraR
            variant: plain
            item_modalities: [id, genres]
            epochs: 2
            embedding_size: 8
            projection_size: 8
            hidden_layers: [8]
      """;
  private static final PluginCatalog CATALOG =
      PluginCatalog.of(
          new CoreModule(),
          new SplittersModule(),
          new MetricsModule(),
          new RecommendersModule(),
          new OwnModule());

  @TempDir Path folder;

  private static final class OwnModule extends PluginModule {
    @Override
    protected void plugins() {
      recommender("ByLabels", ByLabels.class);
    }
  }

  /** Scores by popularity, and by how often the user had items of the same labels. */
  private static final class ByLabels implements Recommender {
    @Inject
    ByLabels() {}

    @Override
    public void check(SideInformation side) {
      if (!side.items().containsKey("genres")) {
        throw new InputException("needs the item modality 'genres'");
      }
    }

    @Override
    public Model fit(TrainingData data, FitContext context) {
      return new Scores(
          data.interactions(),
          data.interactions().columnCounts(),
          labels(data, "genres"),
          labels(data, "category"),
          VisibleModalities.ALL);
    }

    private static int[][] labels(TrainingData data, String name) {
      Modality modality = data.side().items().get(name);
      int[][] labels = new int[modality.size()][];
      for (int item = 0; item < labels.length; item++) {
        labels[item] =
            modality instanceof Modality.MultiHot many
                ? many.codes()[item]
                : new int[] {((Modality.Categorical) modality).codes()[item]};
        labels[item] = modality.has(item) ? labels[item] : new int[0];
      }
      return labels;
    }
  }

  private record Scores(
      Interactions train,
      int[] counts,
      int[][] genres,
      int[][] categories,
      VisibleModalities visible)
      implements Model {
    @Override
    public boolean uses(EntitySide side, String modality) {
      return side == EntitySide.ITEMS
          && Set.of(VisibleModalities.INTERACTIONS, "genres", "category").contains(modality);
    }

    @Override
    public Model seeing(VisibleModalities other) {
      return new Scores(train, counts, genres, categories, other);
    }

    @Override
    public void score(UserBlock users, float[][] scores) {
      for (int row = 0; row < users.size(); row++) {
        for (int item = 0; item < counts.length; item++) {
          float score = 0;
          boolean seen = visible.ofItem(VisibleModalities.INTERACTIONS, item) && counts[item] > 0;
          score += seen ? 0.001f * counts[item] : 0;
          int known = seen ? 1 : 0;
          known += visible.ofItem("genres", item) ? 1 : 0;
          score += visible.ofItem("genres", item) ? shared(genres, users.user(row), item) : 0;
          known += visible.ofItem("category", item) ? 1 : 0;
          score += visible.ofItem("category", item) ? shared(categories, users.user(row), item) : 0;
          scores[row][item] = known == 0 ? Float.NaN : score / known;
        }
      }
    }

    private float shared(int[][] labels, int user, int item) {
      int shared = 0;
      for (int p = train.start(user); p < train.end(user); p++) {
        for (int label : labels[item]) {
          for (int other : labels[train.column(p)]) {
            shared += label == other ? 1 : 0;
          }
        }
      }
      return shared / (1f + train.count(user));
    }
  }

  private RunOutcome run(String missing) throws IOException {
    return run(missing, CONFIG);
  }

  private RunOutcome run(String missing, String config) throws IOException {
    Path yaml = Files.writeString(folder.resolve("a.yml"), config.replace("MISSING", missing));
    return Experiment.run(
        ExperimentLoader.load(yaml, List.of(), CATALOG),
        CATALOG,
        new RunOptions(Optional.of(folder.resolve("out")), 2, Map.of()),
        RunListener.SILENT);
  }

  private static Set<String> tasks(RunOutcome run, String model) {
    return run.report().metrics().stream()
        .filter(row -> row.model().equals(model))
        .map(MetricRow::task)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static double value(RunOutcome run, String task) {
    return value(run, "ByLabels", task);
  }

  private static double value(RunOutcome run, String model, String task) {
    return run.report().metrics().stream()
        .filter(row -> row.model().equals(model) && row.task().equals(task))
        .mapToDouble(MetricRow::value)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void everySubsetIsATaskOfItsOwn() throws IOException {
    RunOutcome run =
        run("{modalities: {items: [interactions, genres, category]}, subsets: {items: all}}");

    assertThat(tasks(run, "MostPop")).containsExactly("item_cold", "warm");
    assertThat(tasks(run, "ByLabels"))
        .containsExactly(
            "item_cold",
            "item_cold[category]",
            "item_cold[genres+category]",
            "item_cold[genres]",
            "warm",
            "warm[category]",
            "warm[genres+category]",
            "warm[genres]",
            "warm[interactions+category]",
            "warm[interactions+genres+category]",
            "warm[interactions+genres]",
            "warm[interactions]");
    // The model does not read what else is withheld.
    assertThat(value(run, "warm[interactions+genres+category]")).isEqualTo(value(run, "warm"));
    assertThat(value(run, "warm[genres]")).isNotEqualTo(value(run, "warm[category]"));
    assertThat(Files.readString(run.folder().resolve("results.md"))).doesNotContain("[genres]");
    List<List<String>> rows =
        KeptTables.of(run.report().kept(), run.report().metrics()).repeats().rows().stream()
            .filter(row -> row.get(1).equals("warm") && row.get(5).equals("ByLabels"))
            .toList();
    double mean =
        (value(run, "warm[interactions]")
                + value(run, "warm[genres]")
                + value(run, "warm[category]"))
            / 3;
    assertThat(rows.get(0)).startsWith("warm", "warm", "items", "1", "any", "ByLabels", "5", "3");
    assertThat(Double.parseDouble(rows.get(0).get(10))).isCloseTo(mean, within(1e-6));
    assertThat(rows).anySatisfy(row -> assertThat(row).contains("1", "withheld", "2"));
    assertThat(rows).anySatisfy(row -> assertThat(row).contains("3", "kept", "1"));
    assertThat(Files.readString(run.folder().resolve("missing_modalities.csv")))
        .startsWith("protocol,task,side,kept,interactions,model,cutoff,subsets,fold,seed,nDCG\n");
  }

  /** The data have a vector and a text of every item besides. */
  @Test
  void aModelIsAskedForEverySetOfTheModalitiesThatItUses() throws IOException {
    RunOutcome run = run("{subsets: {items: all}}", CONFIG + BY_ID);

    assertThat(tasks(run, "ByLabels"))
        .filteredOn(task -> task.startsWith("warm["))
        .containsExactly(
            "warm[category+genres]",
            "warm[category]",
            "warm[genres]",
            "warm[interactions+category+genres]",
            "warm[interactions+category]",
            "warm[interactions+genres]",
            "warm[interactions]");
    assertThat(tasks(run, "ById"))
        .filteredOn(task -> task.startsWith("warm["))
        .containsExactly("warm[genres]", "warm[interactions+genres]", "warm[interactions]");
    List<List<String>> groups =
        KeptTables.of(run.report().kept(), run.report().metrics()).averaged().rows().stream()
            .filter(row -> row.get(1).equals("warm") && row.get(4).equals("any"))
            .map(row -> List.of(row.get(5), row.get(3), row.get(7)))
            .toList();
    assertThat(groups)
        .containsExactlyInAnyOrder(
            List.of("ByLabels", "1", "3"),
            List.of("ByLabels", "2", "3"),
            List.of("ByLabels", "3", "1"),
            List.of("ById", "1", "2"),
            List.of("ById", "2", "1"));
  }

  @Test
  void warmCandidatesOfAColdTaskLoseTheirInteractionsInASetWithoutThem() throws IOException {
    RunOutcome run =
        run(
            "{modalities: {items: [interactions, genres]}, subsets: {items: all}}",
            CONFIG.replace(
                "item_cold, test_ratio: 0.2", "item_cold, test_ratio: 0.2, candidates: all"));
    assertThat(tasks(run, "ByLabels"))
        .contains("item_cold[genres]", "item_cold[interactions]", "item_cold[interactions+genres]");
    assertThat(value(run, "item_cold[interactions+genres]"))
        .isNotEqualTo(value(run, "item_cold[genres]"));
    assertThat(Files.readString(run.folder().resolve("missing_modalities.csv")))
        .contains(
            "item_cold,item_cold,items,1,kept,ByLabels,5,1,",
            "item_cold,item_cold,items,1,withheld,ByLabels,5,1,",
            "item_cold,item_cold,items,2,kept,ByLabels,5,1,");
  }

  @Test
  void namedSubsetsOfUsersAndItems() throws IOException {
    RunOutcome run =
        run("{subsets: {items: [[genres], [interactions, genres]], users: [[gender]]}}");
    assertThat(tasks(run, "ByLabels"))
        .containsExactly(
            "item_cold",
            "item_cold[genres]",
            "item_cold[users.gender]",
            "warm",
            "warm[genres]",
            "warm[interactions+genres]",
            "warm[users.gender]");
  }

  @Test
  void modalitiesThatAreNotNamedAreWithheld() throws IOException {
    double genres = value(run("{subsets: {items: [[genres]]}}"), "warm[genres]");
    Files.move(folder.resolve("out"), folder.resolve("all"));
    RunOutcome named = run("{modalities: {items: [genres]}, subsets: {items: all}}");
    assertThat(tasks(named, "ByLabels"))
        .containsExactly("item_cold", "item_cold[genres]", "warm", "warm[genres]");
    assertThat(value(named, "warm[genres]")).isEqualTo(genres).isNotEqualTo(value(named, "warm"));
  }

  @Test
  void aTrainedVectorIsWithheldWithTheInteractionsItCameFrom() throws IOException {
    RunOutcome run =
        run(
            "{subsets: {items: [[genres], [interactions]]}, test_rates: {items: {interactions: 1}}}",
            CONFIG + BY_ID);
    assertThat(value(run, "ById", "warm[genres]"))
        .isNotEqualTo(value(run, "ById", "warm"))
        .isEqualTo(value(run, "ById", "warm[rates]"));
    assertThat(value(run, "ById", "warm[interactions]"))
        .isNotEqualTo(value(run, "ById", "warm[genres]"));
  }

  @Test
  void ratesTakeModalitiesFromSomeEntities() throws IOException {
    RunOutcome half = run("{test_rates: {items: {genres: 0.5, category: 0.9}}}");
    assertThat(tasks(half, "ByLabels"))
        .containsExactly("item_cold", "item_cold[rates]", "warm", "warm[rates]");
    assertThat(value(half, "item_cold[rates]")).isLessThan(value(half, "item_cold"));
  }

  /** What asks how a model degrades is shown, and decides nothing. */
  @Test
  void tasksThatWithholdModalitiesAreShownAndNotCompared() throws IOException {
    RunOutcome run =
        run(
            "{test_rates: {items: {genres: 0.5}}, subsets: {items: [[genres]]}}",
            CONFIG.replace("  models:", "  significance:\n  models:")
                + "    Again: {model: ByLabels}\n");
    assertThat(Files.readString(run.folder().resolve("results.md")))
        .contains("warm[rates]")
        .doesNotContain("warm[genres]");
    assertThat(run.report().significance().orElseThrow().comparisons())
        .extracting(result -> result.key().task())
        .containsOnly("warm", "item_cold");
  }

  /** What is lost by all at rate 1, and by nobody at rate 0, is what a set withholds. */
  @ParameterizedTest
  @CsvSource({"genres, category", "category, genres"})
  void everyModalityIsLostAtItsOwnRate(String lost, String left) throws IOException {
    RunOutcome run =
        run(
            "{test_rates: {items: {%s: 1, %s: 0}}, subsets: {items: [[genres], [category]]}}"
                .formatted(lost, left));
    assertThat(value(run, "item_cold[rates]"))
        .isEqualTo(value(run, "item_cold[" + left + "]"))
        .isNotEqualTo(value(run, "item_cold[" + lost + "]"));
  }

  @Test
  void trainingRatesTakeThemForGood() throws IOException {
    double whole = value(run("{}"), "item_cold");
    Files.move(folder.resolve("out"), folder.resolve("whole"));
    RunOutcome poor = run("{training_rates: {items: {genres: 1, category: 1}}}");
    assertThat(tasks(poor, "ByLabels")).containsExactly("item_cold", "warm");
    assertThat(value(poor, "item_cold")).isLessThan(whole);
  }

  /**
   * A model that knows one modality only of warm items can make nothing of another of cold ones.
   */
  @ParameterizedTest
  @CsvSource({"genres, category", "category, genres"})
  void trainingLosesEveryModalityAtItsOwnRate(String lost, String left) throws IOException {
    RunOutcome whole = run("{subsets: {items: [[genres], [category]]}}");
    Files.move(folder.resolve("out"), folder.resolve("whole"));
    RunOutcome one = run("{training_rates: {items: {%s: 1, %s: 0}}}".formatted(lost, left));
    Files.move(folder.resolve("out"), folder.resolve("one"));
    RunOutcome some = run("{training_rates: {items: {%s: 1, %s: 0.25}}}".formatted(lost, left));

    assertThat(value(one, "item_cold"))
        .isEqualTo(value(whole, "item_cold[" + left + "]"))
        .isNotEqualTo(value(whole, "item_cold[" + lost + "]"))
        .isNotEqualTo(value(some, "item_cold"));
    String note =
        "protocol 'item_cold', fold 0: %d of 64 items with training interactions lose '%s' (rate %s)";
    assertThat(some.report().notes())
        .contains(note.formatted(64, lost, "1.0"), note.formatted(16, left, "0.25"));
  }

  /** At .999 too, all of 80 items are rounded to. */
  @ParameterizedTest
  @ValueSource(strings = {"1", "0.999"})
  void aModelThatTrainingLeavesNothingStopsTheRunBeforeTraining(String rate) {
    requireRefused(CONFIG, rate, 16, "warm", 80);
  }

  /** Cold items keep what all of the others lose, which teaches a model nothing. */
  @Test
  void whatOnlyColdItemsHaveIsNothingToLearnFrom() {
    String cold = CONFIG.replaceFirst("(?m)^ *warm:\\n.*\\n", "");
    assertThat(cold).hasLineCount((int) CONFIG.lines().count() - 2);
    requireRefused(cold, "1", 14, "item_cold", 64);
  }

  private void requireRefused(String config, String rate, int line, String protocol, int items) {
    assertThatThrownBy(
            () -> run("{training_rates: {items: {genres: " + rate + "}}}", config + BY_ID))
        .isInstanceOf(InputException.class)
        .hasMessageMatching(
            ".*a.yml:%d:5: models.ById: among those who occur in the training interactions of protocol '%s', fold 0, after the losses of"
                    .formatted(line, protocol)
                + " evaluation.missing_modalities.training_rates: none of the %d items has the modality 'genres'.*"
                    .formatted(items));
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{subsets: {items: [[interactions], [genres, interactions], [genres]]}}"
            + "|protocol 'item_cold', fold 0: none of the items to be tested has interactions, so"
            + " in evaluation.missing_modalities.subsets.items, [interactions] is left out,"
            + " [interactions, genres] counts as [genres]",
        "{modalities: {items: [text, vector]}, subsets: {items: all}}"
            + "|protocol 'item_cold': no set of evaluation.missing_modalities.subsets.items was"
            + " evaluated: those to be tested have none that withholds something, or no model can"
            + " do with a part of its modalities",
      })
  void whatHasNoEffectIsNoted(String missing, String note) throws IOException {
    assertThat(run(missing).report().notes()).containsOnlyOnce(note);
  }

  @Test
  void setsThatAreEvaluatedAsTheyStandAreNotNoted() throws IOException {
    assertThat(run("{subsets: {items: all, users: [[gender]]}}").report().notes())
        .noneMatch(note -> note.contains("missing_modalities"));
  }

  @Test
  void wrongNamesAndMissingModalitiesStopTheRun() {
    assertThatThrownBy(() -> run("{subsets: {items: [[genre]]}}"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(
            "evaluation.missing_modalities.subsets.items names 'genre', but the modalities are"
                + " interactions, category, genres, vector, text");
    assertThatThrownBy(() -> run("{training_rates: {users: {interactions: 0.5}}}"))
        .hasMessageContaining("training cannot do without");
    assertThatThrownBy(() -> run("{test_rates: {users: {gender: 1.5}}}"))
        .hasMessageContaining("test_rates.users.gender is '1.5'");
    assertThatThrownBy(
            () ->
                ExperimentLoader.load(
                    Files.writeString(
                        folder.resolve("b.yml"),
                        CONFIG.replace("MISSING", "{subsets: {itms: all}}")),
                    List.of(),
                    CATALOG))
        .hasMessageContaining("did you mean 'items'?");
  }

  /** All models that lack something are told at once. */
  @Test
  void modelsThatLackTheirModalityStopTheRunBeforeTraining() throws IOException {
    Path yaml =
        Files.writeString(
            folder.resolve("c.yml"),
            (CONFIG + BY_ID)
                .replace("MISSING", "{}")
                .replace("interactions: 2400}", "interactions: 2400, modalities: false}"));
    assertThatThrownBy(
            () ->
                Experiment.run(
                    ExperimentLoader.load(yaml, List.of(), CATALOG),
                    CATALOG,
                    new RunOptions(Optional.of(folder.resolve("none")), 1, Map.of()),
                    RunListener.SILENT))
        .isInstanceOf(InputException.class)
        .hasMessageMatching(
            "(?s).*c.yml:15:5: models.ByLabels: needs the item modality 'genres'\n"
                + ".*c.yml:16:5: models.ById: .*'genres'.*");
    assertThat(folder.resolve("none")).doesNotExist();
  }
}
