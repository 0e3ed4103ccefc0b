package org.example.slowest;

import org.trellisrec.spi.PluginModule;

/** The table of contents of this jar. */
public final class SlowestModule extends PluginModule {
  @Override
  protected void plugins() {
    analysis("slowest", Slowest.class);
  }
}
