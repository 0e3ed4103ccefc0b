package org.trellisrec.io;

/** Formats that differ in one respect from another one. */
final class Formats {
  private Formats() {}

  static Format withSeparator(Format format, String separator) {
    return new Format(
        separator,
        format.header(),
        format.columns(),
        format.encoding(),
        format.quotes(),
        format.onMalformed());
  }

  static Format withColumns(Format format, Columns columns) {
    return new Format(
        format.separator(),
        format.header(),
        columns,
        format.encoding(),
        format.quotes(),
        format.onMalformed());
  }
}
