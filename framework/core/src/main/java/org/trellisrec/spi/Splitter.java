package org.trellisrec.spi;

import java.util.List;
import org.trellisrec.data.Dataset;
import org.trellisrec.data.Holdout;

/**
 * Sets interactions aside for evaluation. The same splitter serves for the test split and, applied
 * to what remains, for the validation split. It alone knows the protocol.
 */
public interface Splitter {
  /**
   * Splits the interactions of {@code data}, once per fold.
   *
   * @param data users and items without interactions may occur (they were taken by an outer split)
   *     and stay without
   * @param seed the only source of randomness
   * @return one holdout per fold. Training data and truth are disjoint and part of the given
   *     interactions; what belongs to neither was discarded by rule.
   * @throws InputException if the data do not allow this split
   */
  List<Holdout> split(Dataset data, Seed seed);
}
