package org.trellisrec.tensorflow.training;

import org.trellisrec.spi.Inline;
import org.trellisrec.spi.Param;
import org.trellisrec.tensorflow.optimizer.OptimizerParams;

/**
 * How long a model is trained, and how.
 *
 * @param epochs passes over the training interactions
 * @param batchSize positives, or users, per step
 * @param optimizer how the parameters are updated
 */
public record TrainingParams(
    @Param(
            description = "Passes over the training interactions.",
            byDefault = "100",
            min = 1,
            aliases = {"train_epochs", "iters"})
        int epochs,
    @Param(
            description = "Positives per step; for autoencoders, users per step.",
            byDefault = "256",
            min = 1)
        int batchSize,
    @Inline OptimizerParams optimizer) {}
