package org.trellisrec.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.trellisrec.multiobjective.MultiObjectiveConfig;
import org.trellisrec.spi.Analysis;
import org.trellisrec.spi.DatasetReader;
import org.trellisrec.spi.Device;
import org.trellisrec.spi.Prefilter;
import org.trellisrec.spi.Seed;

/**
 * A whole experiment, checked, with every default filled in.
 *
 * @param file where it was read from
 * @param settings the plain keys
 * @param reader reads the data set
 * @param side where modalities come from
 * @param prefilters applied in this order before the split
 * @param saveSplits folder that the splits are written to, if they are to be kept
 * @param protocols how to evaluate; empty if the data bring their own splits
 * @param negativeSampling samples the candidates of each user; nothing ranks all items
 * @param evaluation what is measured
 * @param multiObjective which metrics are traded off; empty for none
 * @param analyses what is to be analysed at the end
 * @param models what is compared, in the order written
 * @param notes what the user should know about the file: keys that mean nothing here, values that
 *     were chosen
 */
public record ExperimentConfig(
    Path file,
    Settings settings,
    PluginConfig<DatasetReader> reader,
    SideInformationConfig side,
    List<PluginConfig<Prefilter>> prefilters,
    Optional<Path> saveSplits,
    List<ProtocolConfig> protocols,
    Optional<NegativeSamplingConfig> negativeSampling,
    EvaluationConfig evaluation,
    Optional<MultiObjectiveConfig> multiObjective,
    List<PluginConfig<Analysis>> analyses,
    List<ModelConfig> models,
    List<String> notes) {

  /** Keeps its own copies. */
  public ExperimentConfig {
    prefilters = List.copyOf(prefilters);
    protocols = List.copyOf(protocols);
    analyses = List.copyOf(analyses);
    models = List.copyOf(models);
    notes = List.copyOf(notes);
  }

  ExperimentConfig withSettings(Settings other) {
    return new ExperimentConfig(
        file,
        other,
        reader,
        side,
        prefilters,
        saveSplits,
        protocols,
        negativeSampling,
        evaluation,
        multiObjective,
        analyses,
        models,
        notes);
  }

  /**
   * The same with another number of threads, which changes no result.
   *
   * @param threads at least 0; 0 for one per processor
   */
  public ExperimentConfig withThreads(int threads) {
    return withSettings(settings.withThreads(threads));
  }

  /** Name of the data set. */
  public String dataset() {
    return settings.dataset();
  }

  /** Whether every rating becomes 1 after the prefilters. */
  public boolean binarize() {
    return settings.binarize();
  }

  /** Length of the lists that are kept, at least the largest cutoff. */
  public int topK() {
    return settings.topK();
  }

  /** The master seeds, at least one; the experiment is repeated with each. */
  public List<Seed> seeds() {
    List<Long> seeds =
        settings.seeds().isEmpty() ? List.of(settings.randomSeed()) : settings.seeds();
    return seeds.stream().map(Seed::new).toList();
  }

  /** Number of threads, at least 1. */
  public int threads() {
    return settings.threads() == 0
        ? Runtime.getRuntime().availableProcessors()
        : settings.threads();
  }

  /** Where models compute that know more than the CPU, unless the model says otherwise. */
  public Device device() {
    return settings.device();
  }

  /** Folder that holds the folders of data sets, which hold the folders of runs. */
  public Path output() {
    return settings.output() == null ? Path.of("results") : settings.output();
  }
}
