package org.example.ccl;

import org.trellisrec.spi.PluginModule;

/** The table of contents of this jar. */
public final class ContrastiveModule extends PluginModule {
  @Override
  protected void plugins() {
    recommender("MFCCL", CosineContrastiveMf.class, CosineContrastiveMf.Params.class);
  }
}
