package org.trellisrec.data;

/**
 * The product of one splitting step.
 *
 * @param train what remains; a nested validation split works on this
 * @param heldOut what was set aside
 */
public record Holdout(Interactions train, HeldOut heldOut) {}
