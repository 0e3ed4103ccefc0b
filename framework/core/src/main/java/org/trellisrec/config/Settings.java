package org.trellisrec.config;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import org.trellisrec.spi.Device;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.Param;

/**
 * The plain keys of an experiment.
 *
 * @param dataset name of the data set
 * @param binarize whether every rating becomes 1 after the prefilters
 * @param topK length of the lists that are kept; null means the largest cutoff
 * @param randomSeed the master seed
 * @param seeds several master seeds: the experiment is repeated with each
 * @param threads number of threads; 0 for one per processor
 * @param device where models compute that know more than the CPU
 * @param deterministic whether the same seed must give the same bits, as far as the device can
 * @param resume whether an interrupted run goes on, and what that takes is kept
 * @param tensorboard whether learning curves are also written for TensorBoard
 * @param output folder of the results; null means {@code results} in the working directory
 * @param printResultsAsTriplets read for Elliot's sake
 */
public record Settings(
    @Param(description = "Name of the data set; replaces {0} in paths.") String dataset,
    @Param(description = "Set every rating to 1 after the prefilters.", byDefault = "false")
        boolean binarize,
    @Param(
            description =
                "Length of the recommendation lists that are kept; by default the largest cutoff,"
                    + " or 10.",
            byDefault = Param.OPTIONAL,
            min = 1)
        Integer topK,
    @Param(description = "Master seed: every other seed follows from it.", byDefault = "42")
        long randomSeed,
    @Param(
            description = "Several master seeds: the experiment is repeated with each of them.",
            byDefault = "[]")
        List<Long> seeds,
    @Param(description = "Number of threads; 0 for one per processor.", byDefault = "0", min = 0)
        int threads,
    @Param(
            description = "Where TensorFlow models compute: auto, cpu, gpu, or gpu:N.",
            byDefault = "auto")
        Device device,
    @Param(
            description =
                "On the CPU of one machine, the same seed gives the same bits; false allows what is"
                    + " faster but adds in another order each time. On a GPU equal bits are not"
                    + " promised with either.",
            byDefault = "true")
        boolean deterministic,
    @Param(
            description =
                "Go on with an interrupted run of the same experiment, and keep the state of"
                    + " trainings for it; false starts a new run and keeps none.",
            byDefault = "true")
        boolean resume,
    @Param(
            description = "Write loss and validation values of every epoch for TensorBoard too.",
            byDefault = "false")
        boolean tensorboard,
    @Param(
            description =
                "Folder of the results, which go to <dataset>/<run> in it; by default results in the"
                    + " working directory.",
            byDefault = Param.OPTIONAL)
        Path output,
    @Param(
            description =
                "Elliot's switch for long tables. They are always written, as metrics.csv.",
            byDefault = "false")
        boolean printResultsAsTriplets) {

  /** Checks the seeds and the name. */
  public Settings {
    seeds = List.copyOf(seeds);
    if (new HashSet<>(seeds).size() < seeds.size()) {
      throw new InputException("seeds holds a seed twice: %s", seeds);
    }
    if (dataset.isBlank() || dataset.matches(".*[/\\\\].*") || dataset.matches("\\.+")) {
      throw new InputException(
          "dataset is '%s', but it names a folder of results: give a name without slashes",
          dataset);
    }
  }

  Settings withTopK(int length) {
    return with(length, threads);
  }

  Settings withThreads(int number) {
    return with(topK, number);
  }

  private Settings with(Integer length, int threadNumber) {
    return new Settings(
        dataset,
        binarize,
        length,
        randomSeed,
        seeds,
        threadNumber,
        device,
        deterministic,
        resume,
        tensorboard,
        output,
        printResultsAsTriplets);
  }

  /** The same without what influences no result: threads, and what is kept where. */
  Settings portable() {
    return new Settings(
        dataset,
        binarize,
        topK,
        randomSeed,
        seeds,
        0,
        device,
        deterministic,
        true,
        false,
        null,
        printResultsAsTriplets);
  }
}
