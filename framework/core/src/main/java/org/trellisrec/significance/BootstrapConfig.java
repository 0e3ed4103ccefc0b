package org.trellisrec.significance;

import org.trellisrec.spi.Param;

/**
 * How bootstrap confidence intervals are made.
 *
 * @param resamples number of resamples of the users
 * @param method how the interval is read off the resampled means
 * @param confidence level, in [0.5, 1)
 */
public record BootstrapConfig(
    @Param(
            description = "Number of times the users are resampled.",
            byDefault = "2000",
            min = 100,
            aliases = {"iterations"})
        int resamples,
    @Param(description = "bca (bias-corrected and accelerated) or percentile.", byDefault = "bca")
        IntervalMethod method,
    @Param(
            description = "Confidence level, for instance 0.95.",
            byDefault = "0.95",
            min = 0.5,
            max = 1,
            belowMax = true)
        double confidence) {}
