package org.trellisrec.recommenders.branch;

/**
 * What losses depend on.
 *
 * @param similarity what the scores are
 * @param temperature what scores are divided by in all losses but cross-entropy
 * @param mu lower threshold of the cosine in cross-entropy
 * @param reduction how the terms of cross-entropy become one number
 * @param greatestLabel the largest label, which stands for a probability of 1
 */
record LossSettings(
    SimilarityKind similarity,
    double temperature,
    double mu,
    CrossEntropy.Reduction reduction,
    double greatestLabel) {}
