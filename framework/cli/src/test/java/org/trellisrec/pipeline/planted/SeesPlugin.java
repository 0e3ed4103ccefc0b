package org.trellisrec.pipeline.planted;

/** An engine that knows one of the plugins. */
record SeesPlugin(org.trellisrec.recommenders.popularity.MostPop model) {}
