package org.trellisrec.pipeline;

import org.trellisrec.spi.Analysis;

/**
 * An analysis under the name it has in the configuration.
 *
 * @param name name of the plugin
 * @param analysis the plugin
 */
public record NamedAnalysis(String name, Analysis analysis) {}
