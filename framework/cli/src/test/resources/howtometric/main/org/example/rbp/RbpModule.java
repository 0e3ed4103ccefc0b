package org.example.rbp;

import org.trellisrec.spi.PluginModule;

/** The table of contents of this jar. */
public final class RbpModule extends PluginModule {
  @Override
  protected void plugins() {
    metric("RBP", RankBiasedPrecision.class, RankBiasedPrecision.Params.class);
  }
}
