package org.trellisrec.splitters;

import java.util.List;
import org.trellisrec.data.Dataset;
import org.trellisrec.data.Holdout;
import org.trellisrec.data.Interactions;
import org.trellisrec.spi.Seed;
import org.trellisrec.spi.Splitter;

/** A splitter to which all data are what remains where no outer split took anything. */
interface NestedSplitter extends Splitter {
  @Override
  default List<Holdout> split(Dataset data, Seed seed) {
    return splitRemaining(data, data.interactions(), seed);
  }

  /** Abstract again, since either method calls the other by default. */
  @Override
  List<Holdout> splitRemaining(Dataset whole, Interactions remaining, Seed seed);
}
