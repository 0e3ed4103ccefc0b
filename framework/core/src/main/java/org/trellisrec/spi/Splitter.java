package org.trellisrec.spi;

import java.util.List;
import org.trellisrec.data.Dataset;
import org.trellisrec.data.HeldOut;
import org.trellisrec.data.Holdout;
import org.trellisrec.data.Interactions;

/**
 * Sets interactions aside for evaluation. The same splitter serves for the test split and, applied
 * to what remains, for the validation split. It alone knows the protocol.
 */
public interface Splitter {
  /**
   * The name of its task in the results, that of every {@link HeldOut} it makes; known before there
   * are data, since a protocol without a name takes it.
   *
   * @return a name as {@link HeldOut#name()}; by default that of {@link HeldOut#warm}
   */
  default String task() {
    return HeldOut.WARM;
  }

  /**
   * Splits the interactions of {@code data}, once per fold.
   *
   * @param data users and items without interactions may occur (they were taken by an outer split)
   *     and stay without
   * @param seed the only source of randomness
   * @return one holdout per fold, whose task is called {@link #task}. Training data and truth are
   *     disjoint and part of the given interactions; what belongs to neither was discarded by rule.
   * @throws InputException if the data do not allow this split
   */
  List<Holdout> split(Dataset data, Seed seed);

  /**
   * Splits what an outer split left over. Needed only where a share means a share of the whole:
   * with 20% taken for the test, "10% of the whole" is an eighth of what remains.
   *
   * @param whole the data before the outer split
   * @param remaining what the outer split left over, part of {@code whole}
   * @param seed the only source of randomness
   * @return as for {@link #split}, parts of {@code remaining}
   * @throws InputException if the data do not allow this split
   */
  default List<Holdout> splitRemaining(Dataset whole, Interactions remaining, Seed seed) {
    return split(whole.withInteractions(remaining), seed);
  }
}
