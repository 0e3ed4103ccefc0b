package org.trellisrec.spi;

import java.util.List;
import org.trellisrec.data.Dataset;
import org.trellisrec.data.Split;

/**
 * The product of a reader.
 *
 * @param dataset all that was read
 * @param splits splits that the source brings along; empty if the data are still to be split
 */
public record LoadedData(Dataset dataset, List<Split> splits) {
  /** Keeps its own copy of the list. */
  public LoadedData {
    splits = List.copyOf(splits);
  }

  /** Data that are still to be split. */
  public static LoadedData unsplit(Dataset dataset) {
    return new LoadedData(dataset, List.of());
  }
}
