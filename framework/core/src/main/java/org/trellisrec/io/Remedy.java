package org.trellisrec.io;

/**
 * What a user can do about a malformed row, by the keys of the reader.
 *
 * @param encoding where ids are in another character set
 * @param skip the key that leaves malformed rows out
 * @param untimed the key that passes over timestamps
 * @param separator where columns are separated otherwise; {@code %s} stands for the name of what
 *     separates them
 */
record Remedy(String encoding, String skip, String untimed, String separator) {
  private static final String TABS = "separate the columns by tabs";

  /** Of files with a section {@code format}. */
  static final Remedy FORMAT =
      new Remedy(
          "set format.encoding, such as latin1",
          "set format.on_malformed: skip",
          "set format.columns.timestamp: none",
          "set format.separator: %s");

  /** Of adjacency lists, which have no timestamps. */
  static final Remedy ADJACENCY =
      new Remedy("set encoding, such as latin1", "set on_malformed: skip", "", TABS);

  /** Of files that are always in UTF-8, such as atomic ones. */
  static final Remedy UTF_8 =
      new Remedy(
          "convert the file to UTF-8, for instance with iconv",
          "set on_malformed: skip",
          "set time_field: none",
          TABS);
}
