package org.trellisrec.splitters.planted;

/** A plugin that knows the engine. */
record SeesEngine(org.trellisrec.pipeline.RunListener listener) {}
