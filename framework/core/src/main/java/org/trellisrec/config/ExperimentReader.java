package org.trellisrec.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.trellisrec.config.bind.BindScope;
import org.trellisrec.config.bind.RecordBinder;
import org.trellisrec.config.yaml.Problems;
import org.trellisrec.config.yaml.YamlNode;
import org.trellisrec.multiobjective.MultiObjectiveConfig;
import org.trellisrec.spi.Analysis;
import org.trellisrec.spi.DatasetReader;
import org.trellisrec.spi.Prefilter;

/** Reads the whole tree of a file. */
final class ExperimentReader {
  static final String ROOT = "experiment";

  private final PluginCatalog catalog;
  private final Problems problems;

  ExperimentReader(PluginCatalog catalog, Problems problems) {
    this.catalog = catalog;
    this.problems = problems;
  }

  /** The experiment, or nothing if there was a problem. */
  Optional<ExperimentConfig> read(YamlNode tree, Path file) {
    if (!(tree instanceof YamlNode.Mapping root)) {
      problems.add(
          tree.at(), "the file is %s, but must be a map with the key 'experiment'", tree.found());
      return Optional.empty();
    }
    RootKeys keys = new RootKeys(root, problems);
    keys.check();
    Optional<YamlNode> node = root.get(ROOT);
    if (node.isEmpty() && keys.areOfRecBole()) {
      return Optional.empty();
    }
    if (node.isEmpty()) {
      problems.add(root.at(), "everything must stand under the key 'experiment', which is missing");
      return Optional.empty();
    }
    if (!(node.get() instanceof YamlNode.Mapping experiment)) {
      problems.add(node.get().at(), "experiment is %s, but must be a map", node.get().found());
      return Optional.empty();
    }
    BindScope bind = BindScope.of(problems, datasetOf(experiment));
    return read(experiment, file, new LoadScope(catalog, bind, new ArrayList<>()));
  }

  private static String datasetOf(YamlNode.Mapping experiment) {
    return experiment.get("dataset").orElse(null) instanceof YamlNode.Scalar name
        ? name.text()
        : "";
  }

  private Optional<ExperimentConfig> read(YamlNode.Mapping map, Path file, LoadScope scope) {
    Optional<Settings> settings = new SettingsReader(scope).read(map);
    Optional<PluginConfig<DatasetReader>> reader = new DataReader(scope).reader(map);
    SideInformationConfig side = new SideInformationConfigReader(scope).read(map);
    List<PluginConfig<Prefilter>> prefilters = new DataReader(scope).prefilters(map);
    SplittingReader.Result splitting = new SplittingReader(scope).read(map);
    Optional<NegativeSamplingConfig> sampling = sampling(map, scope);
    Integer topK = settings.map(Settings::topK).orElse(null);
    Optional<EvaluationConfig> evaluation = new EvaluationReader(scope).read(map, topK);
    noteConvention(map, scope);
    Optional<MultiObjectiveConfig> tradeOffs =
        new MultiObjectiveReader(scope, evaluation).read(map);
    List<PluginConfig<Analysis>> analyses = new AnalysesReader(scope).read(map);
    List<ModelConfig> models = new ModelsReader(scope, evaluation).read(map);
    if (problems.count() > 0) {
      return Optional.empty();
    }
    int longest = Collections.max(evaluation.orElseThrow().cutoffs());
    return Optional.of(
        new ExperimentConfig(
            file,
            settings.orElseThrow().withTopK(topK == null ? longest : topK),
            reader.orElseThrow(),
            side,
            prefilters,
            splitting.saveSplits(),
            splitting.protocols(),
            sampling,
            evaluation.get(),
            tradeOffs,
            analyses,
            models,
            scope.notes()));
  }

  /** A file that was written for Elliot expects Elliot's numbers. */
  private static void noteConvention(YamlNode.Mapping map, LoadScope scope) {
    if (map.entry("evaluation", "convention").isEmpty()) {
      ElliotKeys.mark(map)
          .ifPresent(
              mark ->
                  scope.note(
                      mark.at(),
                      mark.name()
                          + " is a key of Elliot, and evaluation names no convention: metrics follow the"
                          + " textbook; 'convention: elliot' gives Elliot's definitions"));
    }
  }

  private static Optional<NegativeSamplingConfig> sampling(YamlNode.Mapping map, LoadScope scope) {
    String section = "negative_sampling";
    Optional<NegativeSamplingConfig> sampling =
        map.get(section)
            .filter(node -> !node.isNull())
            .flatMap(node -> scope.map(node, section))
            .flatMap(
                m ->
                    new RecordBinder(scope.bind().forInputs())
                        .bind(NegativeSamplingConfig.class, m, section));
    if (sampling.filter(s -> s.filePath() != null).isPresent()) {
      scope.note(
          map.get(section).orElseThrow().at(),
          section + ".file_path has no effect here: the sampled items are not written");
    }
    return sampling;
  }
}
