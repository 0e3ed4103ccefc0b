package org.trellisrec.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trellisrec.config.bind.RecordBinder;
import org.trellisrec.config.yaml.Position;
import org.trellisrec.config.yaml.YamlNode;
import org.trellisrec.evaluation.NamedMetric;
import org.trellisrec.multiobjective.MultiObjectiveConfig;
import org.trellisrec.multiobjective.Normalization;
import org.trellisrec.multiobjective.ObjectiveConfig;
import org.trellisrec.spi.InputException;

/** Reads {@code multi_objective}. */
final class MultiObjectiveReader {
  private static final String SECTION = "multi_objective";
  private static final String OBJECTIVES = "objectives";

  private final LoadScope scope;
  private final Optional<EvaluationConfig> evaluation;

  /**
   * A reader.
   *
   * @param evaluation empty if it has a problem; then only the section itself is checked
   */
  MultiObjectiveReader(LoadScope scope, Optional<EvaluationConfig> evaluation) {
    this.scope = scope;
    this.evaluation = evaluation;
  }

  /**
   * The section with every metric looked up; nothing if it is missing, or if it or the evaluation
   * has a problem.
   */
  Optional<MultiObjectiveConfig> read(YamlNode.Mapping experiment) {
    return experiment
        .get(SECTION)
        .filter(node -> !node.isNull())
        .flatMap(node -> scope.map(node, SECTION))
        .flatMap(this::section);
  }

  private Optional<MultiObjectiveConfig> section(YamlNode.Mapping map) {
    YamlNode.Mapping expanded = expanded(map);
    Optional<MultiObjectiveConfig> bound =
        new RecordBinder(scope.bind()).bind(MultiObjectiveConfig.class, expanded, SECTION);
    return bound.flatMap(section -> evaluation.flatMap(e -> resolved(section, expanded, e)));
  }

  /** A plain name stands for a map that has nothing but the metric. */
  private static YamlNode.Mapping expanded(YamlNode.Mapping map) {
    if (map.get(OBJECTIVES).isEmpty()) {
      return map;
    }
    YamlNode given = map.get(OBJECTIVES).get();
    List<YamlNode> objectives =
        LoadScope.items(given).stream()
            .map(
                node ->
                    node instanceof YamlNode.Scalar
                        ? new YamlNode.Mapping(
                            node.at(), Map.of("metric", new YamlNode.Entry(node.at(), node)))
                        : node)
            .toList();
    Map<String, YamlNode.Entry> entries = new LinkedHashMap<>(map.entries());
    YamlNode list = new YamlNode.Sequence(given.at(), objectives);
    entries.put(OBJECTIVES, new YamlNode.Entry(entries.get(OBJECTIVES).keyAt(), list));
    return new YamlNode.Mapping(map.at(), entries);
  }

  private Optional<MultiObjectiveConfig> resolved(
      MultiObjectiveConfig section, YamlNode.Mapping map, EvaluationConfig evaluation) {
    int before = scope.problems().count();
    ComputedMetrics metrics = new ComputedMetrics(scope, evaluation);
    List<YamlNode> nodes = LoadScope.items(map.get(OBJECTIVES).orElseThrow());
    List<ObjectiveConfig> objectives = new ArrayList<>();
    for (int i = 0; i < nodes.size(); i++) {
      ObjectiveConfig given = section.objectives().get(i);
      String name = "%s.%s[%d]".formatted(SECTION, OBJECTIVES, i);
      int cutoff = cutoff(section, given, evaluation.cutoffs(), nodes.get(i), name);
      Position at = at(nodes.get(i), "metric");
      Optional<NamedMetric> metric = metrics.find(given.metric(), at, name + ".metric");
      if (metric.isPresent()) {
        ObjectiveConfig objective = given.resolved(metric.get().label(), cutoff);
        boolean higher = metric.get().higherIsBetter(evaluation.convention());
        checkBounds(section, objective, higher, nodes.get(i), name);
        objectives.add(objective);
      }
    }
    return scope.problems().count() > before
        ? Optional.empty()
        : resolved(section, objectives, map);
  }

  /** Two names of one metric come to light only here. */
  private Optional<MultiObjectiveConfig> resolved(
      MultiObjectiveConfig section, List<ObjectiveConfig> objectives, YamlNode.Mapping map) {
    try {
      return Optional.of(new MultiObjectiveConfig(objectives, null, section.normalization()));
    } catch (InputException e) {
      scope.problem(map.at(), "%s: %s", SECTION, e.getMessage());
      return Optional.empty();
    }
  }

  private int cutoff(
      MultiObjectiveConfig section,
      ObjectiveConfig given,
      List<Integer> cutoffs,
      YamlNode node,
      String name) {
    Integer usual = section.cutoff() == null ? cutoffs.get(0) : section.cutoff();
    Integer cutoff = given.cutoff() == null ? usual : given.cutoff();
    if (!cutoffs.contains(cutoff)) {
      scope.problem(
          at(node, "cutoff"),
          "%s has the cutoff %d, but the cutoffs are %s",
          name,
          cutoff,
          cutoffs);
    }
    return cutoff;
  }

  private void checkBounds(
      MultiObjectiveConfig section,
      ObjectiveConfig objective,
      boolean higherIsBetter,
      YamlNode node,
      String name) {
    boolean bounded = objective.utopia() != null || objective.nadir() != null;
    if (bounded && section.normalization() == Normalization.OBSERVED) {
      scope.problem(
          node.at(),
          "%s has bounds, but 'normalization: observed' takes them from the models; remove one",
          name);
      return;
    }
    try {
      objective.objective(higherIsBetter);
    } catch (InputException e) {
      scope.problem(node.at(), "%s: %s", name, e.getMessage());
    }
  }

  private static Position at(YamlNode node, String key) {
    return node instanceof YamlNode.Mapping map
        ? map.get(key).map(YamlNode::at).orElse(map.at())
        : node.at();
  }
}
