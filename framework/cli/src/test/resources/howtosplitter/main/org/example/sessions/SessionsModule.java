package org.example.sessions;

import org.trellisrec.spi.PluginModule;

/** The table of contents of this jar. */
public final class SessionsModule extends PluginModule {
  @Override
  protected void plugins() {
    splitter("last_session", LastSession.class, LastSession.Params.class);
    prefilter("latest_interactions", LatestInteractions.class, LatestInteractions.Params.class);
  }
}
