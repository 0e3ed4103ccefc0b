package org.trellisrec.metrics.novelty;

import org.trellisrec.spi.Param;

/**
 * Parameters of a metric that weighs by relevance.
 *
 * @param relevance how relevance weighs
 */
public record RelevanceParams(
    @Param(
            description = "Weight of an item: 1 if relevant, growing with its rating, or always 1.",
            byDefault = "binary")
        Relevance relevance) {}
