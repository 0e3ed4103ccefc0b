package org.trellisrec.recommenders.factorization;

import org.trellisrec.spi.Param;
import org.trellisrec.tensorflow.graph.Initializer;

/**
 * The tables of a matrix factorisation.
 *
 * @param embeddingSize length of the vectors
 * @param itemBias true for one more trained number per item
 * @param initializer start of the vectors; biases start at 0
 */
public record FactorParams(
    @Param(
            description = "Length of the vectors of users and items.",
            byDefault = "64",
            min = 1,
            aliases = {"factors", "embedding_dim", "latent_dim", "embed_k"})
        int embeddingSize,
    @Param(description = "True for a trained bias per item.", byDefault = "true") boolean itemBias,
    @Param(
            description = "Start of the vectors, for instance normal(0.01) or xavier_uniform.",
            byDefault = "normal(0.01)")
        Initializer initializer) {}
