package org.trellisrec.splitters.planted;

import java.util.List;
import java.util.stream.IntStream;
import org.trellisrec.spi.Seed;

/** A splitter whose seeds have the digits of the machine's language. */
final class NamesInAnyLanguage {
  private NamesInAnyLanguage() {}

  static List<Seed> folds(Seed seed, int folds) {
    return IntStream.range(0, folds).mapToObj(i -> seed.derive("fold-%d".formatted(i))).toList();
  }
}
