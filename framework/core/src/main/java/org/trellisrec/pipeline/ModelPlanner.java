package org.trellisrec.pipeline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.trellisrec.config.EarlyStoppingConfig;
import org.trellisrec.config.EarlyStoppingConfig.Mode;
import org.trellisrec.config.MetricAt;
import org.trellisrec.config.ModelConfig;
import org.trellisrec.config.ModelMeta;
import org.trellisrec.config.PluginCatalog;
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
  private final Consumer<Record> bound;
  private final Consumer<String> notes;
  private final Problems problems;

  /**
   * Plans models.
   *
   * @param bound takes the parameters of every trial
   * @param notes takes in what the user should know
   * @param problems takes entries whose members cannot be listed
   */
  ModelPlanner(
      PluginCatalog catalog,
      Settings settings,
      Function<MetricAt, Monitor> monitors,
      Consumer<Record> bound,
      Consumer<String> notes,
      Problems problems) {
    this.catalog = catalog;
    this.settings = settings;
    this.monitors = monitors;
    this.bound = bound;
    this.notes = notes;
    this.problems = problems;
  }

  /**
   * One plan, or several if the entry stands for several models (a folder of lists made elsewhere);
   * none if that is a problem.
   */
  List<ModelPlan> plans(ModelConfig model, Seed seed) {
    List<Trial> trials = trials(model, seed);
    Map<String, Recommender> members = members(model, trials.get(0).recommender());
    if (trials.size() > 1 || members.containsKey("")) {
      return List.of(plan(model, model.name(), trials));
    }
    List<ModelPlan> plans = new ArrayList<>();
    members.forEach(
        (name, member) ->
            plans.add(
                plan(model, name, List.of(new Trial(0, trials.get(0).parameters(), member)))));
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

  private List<Trial> trials(ModelConfig model, Seed seed) {
    List<Map<String, Object>> points =
        SearchPlan.points(
            model.space(),
            model.meta(),
            seed.derive("search/" + model.name()),
            note -> notes.accept(model.name() + ": " + note));
    List<Trial> trials = new ArrayList<>();
    for (Map<String, Object> point : points) {
      Record params = model.bind(point);
      bound.accept(params);
      Map<String, String> parameters = new LinkedHashMap<>();
      model.parameters(point).forEach((key, value) -> parameters.put(key, value.toString()));
      point.forEach((path, value) -> parameters.put(path, String.valueOf(value)));
      trials.add(new Trial(trials.size(), parameters, catalog.create(model.plugin(), params)));
    }
    return trials;
  }

  private ModelPlan plan(ModelConfig model, String label, List<Trial> trials) {
    Monitor target =
        model.meta().optimizeInternalLoss()
            ? Monitor.LOSS
            : monitors.apply(model.meta().validation());
    return new ModelPlan(
        label,
        model.at(),
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
