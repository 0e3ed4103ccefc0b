package org.trellisrec.spi;

import java.io.IOException;
import java.nio.file.Path;

/** A model that can be written to disk and read again by the recommender that learned it. */
public interface SavableModel extends Model {
  /**
   * Writes all that {@link RestorableRecommender#restore} needs.
   *
   * @param folder an empty folder, for this model alone
   * @throws IOException if it cannot be written
   */
  void save(Path folder) throws IOException;
}
