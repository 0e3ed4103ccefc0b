package org.trellisrec.spi;

import java.io.IOException;
import java.nio.file.Path;
import org.trellisrec.data.TrainingData;

/**
 * A recommender whose models can be kept: {@code meta.save_weights} and {@code meta.restore} work
 * for it.
 */
public interface RestorableRecommender extends Recommender {
  @Override
  SavableModel fit(TrainingData data, FitContext context);

  /**
   * Reads a model instead of training it. The engine has made sure that it was learned with the
   * same parameters from the same training data, so it must score as it did when it was saved.
   *
   * @param folder what {@link SavableModel#save} wrote
   * @param data the training interactions and side information
   * @param context seed, device and threads; no epochs are reported
   * @throws IOException if it cannot be read
   * @throws InputException if a file is damaged or belongs to another version
   */
  SavableModel restore(Path folder, TrainingData data, FitContext context) throws IOException;
}
