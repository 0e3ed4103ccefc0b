package org.trellisrec.spi;

/** Reads a data set from its source. Its params are the keys of {@code data_config}. */
public interface DatasetReader {
  /** What is known of the splits that a source brings along, before it is read. */
  enum OwnSplits {
    /** It brings none: the data are split as the configuration says. */
    NONE,
    /** It brings splits, and none of them has validation data. */
    WITHOUT_VALIDATION,
    /** That shows when it is read. */
    UNKNOWN
  }

  /** What the params alone tell of splits, so that mistakes show before the data are read. */
  default OwnSplits ownSplits() {
    return OwnSplits.UNKNOWN;
  }

  /**
   * Reads everything.
   *
   * @throws InputException naming file and line if the source is wrong
   */
  LoadedData read(ReadContext context);
}
