package org.trellisrec.pipeline;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.trellisrec.config.MissingModalitiesConfig;
import org.trellisrec.config.NegativeSamplingConfig;
import org.trellisrec.multiobjective.MultiObjectiveConfig;
import org.trellisrec.significance.SignificanceConfig;
import org.trellisrec.spi.DatasetReader;
import org.trellisrec.spi.Prefilter;
import org.trellisrec.spi.Splitter;

/**
 * A run with every plugin made and every choice resolved: what the engine executes.
 *
 * @param file the configuration
 * @param dataset name of the data set
 * @param files what splitters, prefilters and metrics read; not the data themselves, nor what
 *     models read
 * @param seeds master seeds, one repetition each
 * @param data where the data come from and what is done to them before any split
 * @param protocols how the data are split, in order; empty if the source brings its splits along
 * @param negativeSampling how the candidates of each user are sampled; empty to rank all items
 * @param measures how models are measured
 * @param missing what is withheld from models that use side information
 * @param significance how models are compared; empty for no comparison
 * @param multiObjective which metrics are traded off; empty for none
 * @param analyses what is analysed at the end
 * @param models what to do with each model, in order
 * @param selectionOnTest true if test data may decide where there are no validation data
 * @param recording what is kept while the run goes on
 * @param saveSplits where to write the splits, if anywhere
 * @param results parent of the run folder
 */
record RunPlan(
    ConfigFile file,
    String dataset,
    NamedFiles files,
    List<Long> seeds,
    DataPlan data,
    List<Protocol> protocols,
    Optional<NegativeSamplingConfig> negativeSampling,
    Measures measures,
    MissingModalitiesConfig missing,
    Optional<SignificanceConfig> significance,
    Optional<MultiObjectiveConfig> multiObjective,
    List<NamedAnalysis> analyses,
    List<ModelPlan> models,
    boolean selectionOnTest,
    Recording recording,
    Optional<Path> saveSplits,
    Path results) {

  /** What the random choices of a protocol are named after; its own name if none is declared. */
  String draw(String protocol) {
    return protocols.stream()
        .filter(declared -> declared.name().equals(protocol))
        .map(Protocol::draw)
        .findFirst()
        .orElse(protocol);
  }

  /** The folder for the splits of a seed: the whole target, or of several seeds, one in it. */
  Path ofSeed(Path target, long seed) {
    return seeds.size() == 1 ? target : target.resolve("seed-" + seed);
  }

  /** True if trained models are written or read. */
  boolean keepsModels() {
    return models.stream()
        .anyMatch(model -> model.keep().weights() || model.keep().restore().asked());
  }

  /** True if an analysis reads vectors per modality, which are then written. */
  boolean keepsEmbeddings() {
    return analyses.stream().anyMatch(NamedAnalysis::readsEmbeddings);
  }

  /**
   * What is kept while the run goes on.
   *
   * @param resume true to go on with an interrupted run, and to keep what that takes
   * @param tensorboard true to write learning curves for TensorBoard
   */
  record Recording(boolean resume, boolean tensorboard) {}

  /**
   * Where the data come from.
   *
   * @param reader reads them
   * @param side reads what else is known of users and items
   * @param prefilters applied in order
   * @param binarize true to set every rating to 1 after the prefilters
   */
  record DataPlan(
      DatasetReader reader, SideStage side, List<NamedPrefilter> prefilters, boolean binarize) {}

  /**
   * A prefilter under the name it has in the configuration.
   *
   * @param name name of the plugin
   * @param prefilter the plugin
   */
  record NamedPrefilter(String name, Prefilter prefilter) {}

  /**
   * One way of splitting.
   *
   * @param name name in the configuration
   * @param draw what its random choices are named after
   * @param test sets the test interactions aside
   * @param validation sets validation interactions aside from what remains, if there is to be any
   */
  record Protocol(String name, String draw, Splitter test, Optional<Splitter> validation) {}
}
