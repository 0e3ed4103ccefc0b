package org.trellisrec.recommenders.planted;

/** A plugin that knows the engine. */
record SeesEngine(org.trellisrec.pipeline.RunListener listener) {}
