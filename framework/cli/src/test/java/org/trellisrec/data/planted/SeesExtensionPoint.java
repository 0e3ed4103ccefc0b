package org.trellisrec.data.planted;

/** A data type that knows an extension point. */
public record SeesExtensionPoint(org.trellisrec.spi.Recommender recommender) {}
