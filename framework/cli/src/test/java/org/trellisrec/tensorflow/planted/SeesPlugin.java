package org.trellisrec.tensorflow.planted;

/** A kit that knows one of the plugins. */
record SeesPlugin(org.trellisrec.recommenders.popularity.MostPop model) {}
