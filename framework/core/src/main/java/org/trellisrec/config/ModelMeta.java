package org.trellisrec.config;

import org.trellisrec.spi.Device;
import org.trellisrec.spi.Param;

/**
 * How a model is run: Elliot's {@code meta} section.
 *
 * @param saveRecs whether recommendation lists are written
 * @param saveWeights whether the trained model is written
 * @param restore which written model is read instead of training one
 * @param device where it computes; null means what the experiment says
 * @param deterministic whether the same seed must give the same bits, as far as the device can;
 *     null means what the experiment says
 * @param verbose read for Elliot's sake
 * @param validationMetric what decides between trials and epochs, always {@code metric@cutoff}
 * @param validationRate the model is validated after every so many epochs
 * @param optimizeInternalLoss whether the training loss decides instead
 * @param hyperMaxEvals number of trials; null means every point of the grid
 * @param hyperOptAlg how the search space is searched
 * @param evalPerturbations read for Elliot's sake
 */
public record ModelMeta(
    @Param(description = "Write the recommendation lists.", byDefault = "true") boolean saveRecs,
    @Param(
            description =
                "Write the chosen model of every split, for those models that can be written.",
            byDefault = "false")
        boolean saveWeights,
    @Param(
            description =
                "Read a written model instead of training one: the run folder that holds it, or true"
                    + " for the latest run of this data set with such a model.",
            byDefault = "false")
        Restore restore,
    @Param(
            description = "Where this model computes; by default what the experiment says.",
            byDefault = Param.OPTIONAL)
        Device device,
    @Param(
            description =
                "Whether the same seed must give the same bits for this model, which no GPU"
                    + " promises; by default what the experiment says.",
            byDefault = Param.OPTIONAL)
        Boolean deterministic,
    @Param(
            description = "Not used: what is shown is chosen on the command line.",
            byDefault = Param.OPTIONAL)
        String verbose,
    @Param(
            description =
                "What decides between trials and epochs, such as nDCG@10; by default the first"
                    + " metric at the first cutoff.",
            byDefault = Param.OPTIONAL)
        String validationMetric,
    @Param(description = "Validate after every so many epochs.", byDefault = "1", min = 1)
        int validationRate,
    @Param(
            description =
                "Let the lowest training loss decide between trials and epochs. Losses that are sums"
                    + " over a batch, as that of CoBraR, compare at one batch size only.",
            byDefault = "false")
        boolean optimizeInternalLoss,
    @Param(
            description =
                "Number of trials; by default every point of the grid. Needed if a parameter is"
                    + " drawn from a distribution.",
            byDefault = Param.OPTIONAL,
            min = 1)
        Integer hyperMaxEvals,
    @Param(
            description =
                "How the search space is searched: grid or rand, which differ in nothing on a grid,"
                    + " or tpe, which learns from the trials before. Elliot's other sequential"
                    + " searches are read, and tpe takes their place.",
            byDefault = "grid")
        Search hyperOptAlg,
    @Param(
            description = "Not used: Elliot's adversarial models evaluate perturbations.",
            byDefault = Param.OPTIONAL)
        String evalPerturbations) {

  /** Elliot's search algorithms. */
  public enum Search {
    /** Points of the grid in order; those to leave out are chosen at random. */
    GRID,
    /** Random draws; of a grid, none twice. */
    RAND,
    /** Tree of Parzen estimators; of a grid, no point twice. */
    TPE,
    /** Adaptive tree of Parzen estimators. */
    ATPE,
    /** A mixture of random draws, annealing and TPE. */
    MIX,
    /** Simulated annealing. */
    ANNEAL
  }

  /** What decides between trials and epochs. */
  public MetricAt validation() {
    return MetricNames.parse(validationMetric);
  }

  ModelMeta withValidationMetric(String metric) {
    return with(restore, metric);
  }

  ModelMeta withRestore(Restore source) {
    return with(source, validationMetric);
  }

  private ModelMeta with(Restore source, String metric) {
    return new ModelMeta(
        saveRecs,
        saveWeights,
        source,
        device,
        deterministic,
        verbose,
        metric,
        validationRate,
        optimizeInternalLoss,
        hyperMaxEvals,
        hyperOptAlg,
        evalPerturbations);
  }
}
