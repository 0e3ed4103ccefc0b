package org.trellisrec.metrics.bias;

import org.trellisrec.spi.Param;

/**
 * Parameters of a metric over short head and long tail, 80 to 20.
 *
 * @param shortHead what the 80% are of
 */
public record ShortHeadParams(
    @Param(
            description =
                "interactions: the short head is the most popular items with 80% of the training"
                    + " interactions; items: the tail is the 80% least popular training items.",
            byDefault = "interactions")
        ShortHead shortHead) {}
