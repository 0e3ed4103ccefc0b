package org.trellisrec.config;

import org.trellisrec.spi.Param;

/**
 * How a model is run: Elliot's {@code meta} section.
 *
 * @param saveRecs whether recommendation lists are written
 * @param saveWeights whether the trained model is written
 * @param restore whether a written model is read instead of training one
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
            description = "Write the trained model. No model here can be written yet.",
            byDefault = "false")
        boolean saveWeights,
    @Param(
            description =
                "Read a written model instead of training one. No model here can be read yet.",
            byDefault = "false")
        boolean restore,
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
            description = "Let the lowest training loss decide between trials and epochs.",
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
                "How the search space is searched: grid or rand; Elliot's sequential searches are"
                    + " read, and random search takes their place.",
            byDefault = "grid")
        Search hyperOptAlg,
    @Param(
            description = "Not used: Elliot's adversarial models evaluate perturbations.",
            byDefault = Param.OPTIONAL)
        String evalPerturbations) {

  /** Elliot's search algorithms. */
  public enum Search {
    /** Points of the grid; random draws without repetition if there are more than trials. */
    GRID,
    /** Random draws. */
    RAND,
    /** Tree of Parzen estimators. */
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
    return new ModelMeta(
        saveRecs,
        saveWeights,
        restore,
        verbose,
        metric,
        validationRate,
        optimizeInternalLoss,
        hyperMaxEvals,
        hyperOptAlg,
        evalPerturbations);
  }
}
