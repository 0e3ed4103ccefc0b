/**
 * The stages of an experiment and the engine that strings them together: read, prefilter, split,
 * then per split and model tune, fit, recommend, evaluate, and at the end report. Each stage is a
 * function from immutable values to immutable values.
 */
package org.trellisrec.pipeline;
