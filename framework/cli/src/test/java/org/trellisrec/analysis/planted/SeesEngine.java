package org.trellisrec.analysis.planted;

/** A plugin that knows the engine. */
record SeesEngine(org.trellisrec.pipeline.RunListener listener) {}
