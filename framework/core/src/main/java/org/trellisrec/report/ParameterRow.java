package org.trellisrec.report;

/**
 * Size of one block of a chosen model: a row of {@code parameters.csv}.
 *
 * @param model label of the model
 * @param trial number of the chosen trial
 * @param seed master seed of this repetition
 * @param protocol name of the protocol
 * @param fold fold of the split
 * @param block what the model calls the block, such as embeddings or branch
 * @param count number of its trainable parameters
 */
public record ParameterRow(
    String model, int trial, long seed, String protocol, String fold, String block, long count) {}
