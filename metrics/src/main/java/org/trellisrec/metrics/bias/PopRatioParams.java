package org.trellisrec.metrics.bias;

import org.trellisrec.spi.Param;

/**
 * Parameters of a metric over short head and long tail of any size.
 *
 * @param popRatio in (0, 1]; of the interactions in the short head, or of the items in the tail
 * @param shortHead which of both
 */
public record PopRatioParams(
    @Param(
            description =
                "Share of the training interactions that makes up the short head or, with"
                    + " short_head: items, of the training items that makes up the tail.",
            byDefault = "0.8",
            min = 0,
            aboveMin = true,
            max = 1)
        double popRatio,
    @Param(
            description = "Whether pop_ratio is a share of interactions or of items.",
            byDefault = "interactions")
        ShortHead shortHead) {}
