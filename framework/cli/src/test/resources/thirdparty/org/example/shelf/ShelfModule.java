package org.example.shelf;

import org.trellisrec.spi.PluginModule;

/** The table of contents of this jar. */
public final class ShelfModule extends PluginModule {
  @Override
  protected void plugins() {
    recommender("RecentPop", RecentPop.class, RecentPop.Params.class);
    recommender("AlsoTaken", AlsoTaken.class, AlsoTaken.Params.class);
    metric("FirstHit", FirstHit.class);
  }
}
