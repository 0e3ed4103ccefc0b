package org.trellisrec.pipeline;

import org.trellisrec.spi.Analysis;
import org.trellisrec.spi.PluginCall;

/**
 * An analysis under the name it has in the configuration.
 *
 * @param name name of the plugin
 * @param analysis the plugin
 */
public record NamedAnalysis(String name, Analysis analysis) {
  /** Calls of the plugin, so that its faults are told under its name. */
  PluginCall call() {
    return new PluginCall("the analysis " + name);
  }

  /** True if it reads vectors per modality, which a run then has to write. */
  boolean readsEmbeddings() {
    return call().result("readsEmbeddings", analysis::readsEmbeddings);
  }
}
