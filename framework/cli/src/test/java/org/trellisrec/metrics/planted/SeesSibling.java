package org.trellisrec.metrics.planted;

/** A metric that knows a recommender. */
record SeesSibling(org.trellisrec.recommenders.popularity.MostPop model) {}
