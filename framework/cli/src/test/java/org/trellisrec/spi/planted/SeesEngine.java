package org.trellisrec.spi.planted;

/** An extension point that knows the engine, and closes a cycle with the data types. */
public record SeesEngine(
    org.trellisrec.pipeline.RunListener listener, org.trellisrec.data.planted.SeesCycle other) {}
