package org.trellisrec.pipeline;

import org.trellisrec.spi.PluginModule;

/** What the pipeline itself can read back. */
public final class PipelineModule extends PluginModule {
  @Override
  protected void plugins() {
    reader("saved_splits", SavedSplits.class, SavedSplits.Params.class);
  }
}
