package org.trellisrec.spi;

/**
 * The engine's answer to a finished epoch.
 *
 * @param best true if this is the best epoch so far: keep its weights
 * @param stop true if training is to end: return the model of the best epoch
 */
public record EpochDecision(boolean best, boolean stop) {}
