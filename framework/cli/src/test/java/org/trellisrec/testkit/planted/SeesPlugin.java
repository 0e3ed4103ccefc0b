package org.trellisrec.testkit.planted;

/** A testkit that knows one of the plugins. */
record SeesPlugin(org.trellisrec.recommenders.popularity.MostPop model) {}
