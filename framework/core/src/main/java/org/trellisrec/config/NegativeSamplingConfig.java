package org.trellisrec.config;

import java.nio.file.Path;
import java.util.List;
import org.trellisrec.data.EnumWord;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.Param;

/**
 * Ranks the held-out items of a user among sampled items instead of all.
 *
 * @param strategy how the items are chosen
 * @param numItems how many per user, unless they come from files
 * @param files the items of each user, for the test and the validation tasks
 * @param filePath read for Elliot's sake
 */
public record NegativeSamplingConfig(
    @Param(description = "Where the sampled items come from.") Strategy strategy,
    @Param(description = "Number of sampled items per user.", byDefault = Param.OPTIONAL, min = 1)
        Integer numItems,
    @Param(
            description =
                "Files with the sampled items of each user (user, then items): for the test tasks,"
                    + " and optionally for the validation tasks.",
            byDefault = "[]")
        List<Path> files,
    @Param(
            description = "Where Elliot writes the sampled items. Not used.",
            byDefault = Param.OPTIONAL)
        String filePath) {

  /** How items are chosen. */
  public enum Strategy {
    /** Uniformly. */
    RANDOM,
    /** With the probability of their popularity. */
    POPULARITY,
    /** From files. */
    FIXED
  }

  /** Checks that what the strategy needs is given, and nothing else. */
  public NegativeSamplingConfig {
    files = List.copyOf(files);
    boolean fixed = strategy == Strategy.FIXED;
    if (fixed && (files.isEmpty() || files.size() > 2 || numItems != null)) {
      throw new InputException("the strategy fixed needs 'files' (one or two), and no 'num_items'");
    }
    if (!fixed && (!files.isEmpty() || numItems == null)) {
      throw new InputException(
          "the strategy %s needs 'num_items', and no 'files'", EnumWord.of(strategy));
    }
  }
}
