package org.trellisrec.spi;

/** The params of a plugin that takes none. */
public record NoParams() {}
