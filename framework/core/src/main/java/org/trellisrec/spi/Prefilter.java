package org.trellisrec.spi;

import org.trellisrec.data.Dataset;
import org.trellisrec.data.Interactions;

/**
 * Selects or merges interactions before the split. Entities left without interactions are dropped
 * by the engine.
 */
public interface Prefilter {
  /**
   * The interactions that stay.
   *
   * @param data may hold several entries for one pair of user and item
   * @return interactions of the same shape
   */
  Interactions apply(Dataset data);
}
