package org.trellisrec.pipeline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.trellisrec.config.EarlyStoppingConfig;
import org.trellisrec.config.EarlyStoppingConfig.Mode;
import org.trellisrec.config.MetricAt;
import org.trellisrec.config.ModelConfig;
import org.trellisrec.config.ModelMeta;
import org.trellisrec.config.PluginCatalog;
import org.trellisrec.config.ResolvedYaml;
import org.trellisrec.config.Settings;
import org.trellisrec.config.yaml.Problems;
import org.trellisrec.pipeline.ModelPlan.Monitor;
import org.trellisrec.pipeline.ModelPlan.Stopping;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.PluginCall;
import org.trellisrec.spi.Recommender;
import org.trellisrec.spi.Seed;
import org.trellisrec.tuning.EarlyStopping;
import org.trellisrec.tuning.SearchPlan;

/** Plans the models of a configuration: their trials, and what decides between them. */
final class ModelPlanner {
  private final PluginCatalog catalog;
  private final Settings settings;
  private final Function<MetricAt, Monitor> monitors;
  private final Consumer<String> notes;
  private final Problems problems;

  /**
   * Plans models.
   *
   * @param notes takes in what the user should know
   * @param problems takes entries whose members cannot be listed
   */
  ModelPlanner(
      PluginCatalog catalog,
      Settings settings,
      Function<MetricAt, Monitor> monitors,
      Consumer<String> notes,
      Problems problems) {
    this.catalog = catalog;
    this.settings = settings;
    this.monitors = monitors;
    this.notes = notes;
    this.problems = problems;
  }

  /**
   * One plan, or several if the entry stands for several models (a folder of lists made elsewhere);
   * none if that is a problem.
   */
  List<ModelPlan> plans(ModelConfig model, Seed seed) {
    NamedFiles files = new NamedFiles();
    Seed search = seed.derive("search/" + model.name());
    Trials trials = trials(model, search, files);
    String choices = model.space().isEmpty() ? "" : choices(trials, search);
    ModelPlan.Source source = new ModelPlan.Source(ResolvedYaml.own(model), choices, files);
    Trial first = trials.first();
    Map<String, Recommender> members = members(model, first.recommender());
    if (trials.several() || members.containsKey("")) {
      return List.of(plan(model, model.name(), source, trials));
    }
    List<ModelPlan> plans = new ArrayList<>();
    members.forEach(
        (name, member) ->
            plans.add(
                plan(
                    model,
                    name,
                    source,
                    Trials.of(
                        List.of(new Trial(0, first.position(), first.parameters(), member))))));
    return plans;
  }

  private Map<String, Recommender> members(ModelConfig model, Recommender recommender) {
    try {
      PluginCall call = new PluginCall("the recommender " + model.plugin().name());
      return call.present("members", call.result("members", recommender::members));
    } catch (InputException e) {
      problems.add(model.at().model(), "models.%s: %s", model.name(), e.getMessage());
      return Map.of();
    }
  }

  private Trials trials(ModelConfig model, Seed seed, NamedFiles files) {
    SearchPlan search =
        SearchPlan.of(
            model.space(), model.meta(), seed, note -> notes.accept(model.name() + ": " + note));
    List<Trial> ahead = new ArrayList<>();
    for (List<Double> position : search.ahead()) {
      files.add(model.bind(model.space().at(position)));
      ahead.add(trial(model, ahead.size(), position));
    }
    if (search.trials() > ahead.size()) {
      search.ahead().forEach(position -> addVariants(model, position, files));
    }
    return new Trials(
        ahead,
        search.trials(),
        search::next,
        (number, position) -> trialOrFailure(model, number, position));
  }

  /** Takes what a search may come to choose for what the model depends on, as far as it can be. */
  private static void addVariants(ModelConfig model, List<Double> position, NamedFiles files) {
    for (List<Double> variant : model.space().variants(position)) {
      try {
        files.add(model.bind(model.space().at(variant)));
      } catch (InputException e) {
        // Values that do not go together are no choice: a trial that has them fails.
      }
    }
  }

  private Trial trial(ModelConfig model, int number, List<Double> position) {
    Map<String, Object> point = model.space().at(position);
    Map<String, String> parameters = new LinkedHashMap<>();
    model.parameters(point).forEach((key, value) -> parameters.put(key, value.toString()));
    parameters.putAll(texts(point));
    return new Trial(
        number, position, parameters, catalog.create(model.plugin(), model.bind(point)));
  }

  /** Values that a search has chosen and that do not go together are a trial that fails. */
  private Trial trialOrFailure(ModelConfig model, int number, List<Double> position) {
    try {
      return trial(model, number, position);
    } catch (InputException e) {
      Recommender refused =
          (data, context) -> {
            throw e;
          };
      return new Trial(number, position, texts(model.space().at(position)), refused);
    }
  }

  private static Map<String, String> texts(Map<String, Object> point) {
    Map<String, String> texts = new LinkedHashMap<>();
    point.forEach((path, value) -> texts.put(path, String.valueOf(value)));
    return texts;
  }

  /**
   * What is tried: the trials known ahead, with the lengths of their values, which may hold
   * anything, and where others follow from these, the seed that they are drawn by.
   */
  private static String choices(Trials trials, Seed search) {
    String ahead =
        trials.ahead().stream()
            .flatMap(trial -> trial.parameters().entrySet().stream())
            .map(entry -> entry.getKey() + " " + entry.getValue().length() + " " + entry.getValue())
            .collect(Collectors.joining("\n"));
    return trials.sequential() ? ahead + "\n" + search.value() : ahead;
  }

  private ModelPlan plan(ModelConfig model, String label, ModelPlan.Source source, Trials trials) {
    Monitor target =
        model.meta().optimizeInternalLoss()
            ? Monitor.LOSS
            : monitors.apply(model.meta().validation());
    return new ModelPlan(
        label,
        model.at(),
        source,
        model.plugin().name(),
        trials,
        target,
        model
            .earlyStopping()
            .map(config -> stopping(label, config))
            .orElseGet(() -> Stopping.never(target)),
        model.meta().validationRate(),
        compute(model.meta()),
        new ModelPlan.Keep(
            model.meta().saveRecs(), model.meta().saveWeights(), model.meta().restore()));
  }

  private ModelPlan.Compute compute(ModelMeta meta) {
    return new ModelPlan.Compute(
        meta.device() == null ? settings.device() : meta.device(),
        meta.deterministic() == null ? settings.deterministic() : meta.deterministic());
  }

  private Stopping stopping(String label, EarlyStoppingConfig config) {
    Monitor monitor = config.metric().map(monitors).orElse(Monitor.LOSS);
    boolean higher =
        config.mode() == Mode.AUTO ? monitor.higherIsBetter() : config.mode() == Mode.MAX;
    Stopping stopping =
        new Stopping(
            monitor,
            new EarlyStopping.Rule(
                higher,
                config.patience(),
                config.minDelta(),
                config.relDelta(),
                config.baseline() == null ? Double.NaN : config.baseline()));
    if (stopping.rule().isActive() && higher != monitor.higherIsBetter()) {
      notes.accept(
          "%s: early_stopping.mode is %s, although %s values of %s are better"
              .formatted(
                  label, higher ? "max" : "min", higher ? "lower" : "higher", monitor.label()));
    }
    return stopping;
  }
}
