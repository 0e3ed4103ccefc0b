package org.trellisrec.spi;

/**
 * Where a training that is taken up again stands, by the engine's account.
 *
 * @param bestEpoch the best epoch so far, whose weights the model must hold; 0 if there is none
 * @param stop true if the training had already ended when it was interrupted: return the model of
 *     the best epoch
 */
public record ResumePoint(int bestEpoch, boolean stop) {}
