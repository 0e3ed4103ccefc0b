package org.trellisrec.spi;

/** Reads a data set from its source. Its params are the keys of {@code data_config}. */
public interface DatasetReader {
  /**
   * Reads everything.
   *
   * @throws InputException naming file and line if the source is wrong
   */
  LoadedData read(ReadContext context);
}
