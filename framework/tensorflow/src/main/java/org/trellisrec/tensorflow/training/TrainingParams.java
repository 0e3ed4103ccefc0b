package org.trellisrec.tensorflow.training;

import org.trellisrec.data.EnumWord;
import org.trellisrec.spi.Inline;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.Param;
import org.trellisrec.tensorflow.graph.Precision;
import org.trellisrec.tensorflow.optimizer.OptimizerParams;

/**
 * How long a model is trained, and how.
 *
 * @param epochs passes over the training interactions, or parts of them
 * @param stepsPerEpoch after how many steps an epoch ends; 0: after a pass
 * @param batchSize positives, or users, per step
 * @param precision how dense products are computed
 * @param optimizer how the parameters are updated
 */
public record TrainingParams(
    @Param(
            description =
                "Passes over the training interactions; with steps_per_epoch, parts of that many"
                    + " steps.",
            byDefault = "100",
            min = 1,
            aliases = {"train_epochs", "iters"})
        int epochs,
    @Param(
            description =
                "Steps after which an epoch ends, is validated and kept, and the next goes on from"
                    + " there: to look at a training more often, or less, than after every pass;"
                    + " 0: an epoch is one pass.",
            byDefault = "0",
            min = 0)
        int stepsPerEpoch,
    @Param(
            description = "Positives per step; for autoencoders, users per step.",
            byDefault = "256",
            min = 1)
        int batchSize,
    @Param(
            description =
                "How layers are multiplied in training: float32; or bfloat16, rounded to 8"
                    + " significant bits, as mixed precision does, in less time on processors that"
                    + " have instructions for it. Variables and inference stay in float32. Models"
                    + " without layers refuse bfloat16.",
            byDefault = "float32")
        Precision precision,
    @Inline OptimizerParams optimizer) {
  /**
   * For models in which nothing would follow the precision.
   *
   * @throws InputException if another precision is asked for, which would change nothing
   */
  public void requireFloat32() {
    if (precision != Precision.FLOAT32) {
      throw new InputException(
          "precision is %s, but nothing in the training of this model would be rounded; remove the"
              + " key",
          EnumWord.of(precision));
    }
  }
}
