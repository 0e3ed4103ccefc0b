package org.trellisrec.config;

import java.util.Arrays;
import java.util.List;
import org.trellisrec.data.EnumWord;
import org.trellisrec.multiobjective.MultiObjectiveConfig;
import org.trellisrec.significance.SignificanceConfig;
import org.trellisrec.spi.NoParams;

/** The keys of an experiment that hold maps or lists of their own. */
public enum Section {
  /** Where the data are. */
  DATA_CONFIG("Where the data are: 'strategy' names a reader, the other keys are its parameters."),
  /** Modalities of users and items. */
  SIDE_INFORMATION(
      "Modalities of users and items, beside those that the reader brings along: 'users' and"
          + " 'items', each a list of sources; 'strategy' names a reader of side information, the"
          + " other keys are its parameters. See docs/side-information.md.",
      SideInformationConfigReader.Keys.class),
  /** Filters. */
  PREFILTERING(
      "Filters before the split: a map, or a list of maps that are applied in order; 'strategy'"
          + " names a prefilter, the other keys are its parameters."),
  /** One protocol. */
  SPLITTING(
      "The protocol: 'test_splitting' and, for what is left, 'validation_splitting', each with a"
          + " 'strategy' that names a splitter and its parameters.",
      SplittingReader.Keys.class),
  /** Several protocols. */
  PROTOCOLS(
      "Several protocols, by name, each with 'test_splitting' and 'validation_splitting'; instead"
          + " of 'splitting'. Those with the same 'draw' hold out alike."),
  /** Sampled candidates. */
  NEGATIVE_SAMPLING(
      "Rank the held-out items of a user among sampled items instead of all.",
      NegativeSamplingConfig.class),
  /** Metrics. */
  EVALUATION(
      "What is measured: 'simple_metrics' lists names, 'complex_metrics' lists maps with the name"
          + " in 'metric' and parameters.",
      EvaluationReader.Keys.class),
  /** Tests between models. */
  SIGNIFICANCE(
      "How models are compared over the values of their users; an empty section takes every"
          + " default, and without the section no tests are made. See docs/significance.md.",
      SignificanceConfig.class),
  /** Trade-offs between metrics. */
  MULTI_OBJECTIVE(
      "Which metrics are traded off: distance to the utopia point, hypervolume and Pareto front of"
          + " the models; without the section there is none. An objective is the name of a metric,"
          + " or a map. See docs/metrics.md.",
      MultiObjectiveConfig.class),
  /** Analyses of the finished run. */
  ANALYSES(
      "What is to be analysed at the end of the run: a list of names of analyses, or of maps with the"
          + " name in 'analysis' and parameters. Can be added afterwards, without training. See"
          + " docs/analysis.md."),
  /** Models. */
  MODELS(
      "What is compared: a map from the name of a recommender to its parameters. A name of your own"
          + " needs the key 'model' with the name of the recommender.");

  private final String description;
  private final Class<? extends Record> keys;

  Section(String description) {
    this(description, NoParams.class);
  }

  Section(String description, Class<? extends Record> keys) {
    this.description = description;
    this.keys = keys;
  }

  /** The record that declares its plain keys. */
  public Class<? extends Record> plainKeys() {
    return keys;
  }

  /** The key in YAML. */
  public String key() {
    return EnumWord.of(this);
  }

  /** What it holds. */
  public String description() {
    return description;
  }

  /** All keys. */
  public static List<String> keys() {
    return Arrays.stream(values()).map(Section::key).toList();
  }
}
