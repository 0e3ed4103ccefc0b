package org.trellisrec.io;

import org.trellisrec.spi.Param;

/**
 * Which column holds what: a name from the header, or a number counted from 1. Null where nothing
 * is said.
 *
 * @param user the user id
 * @param item the item id
 * @param rating the rating, or {@code none}
 * @param timestamp the timestamp, or {@code none}
 */
public record Columns(
    @Param(
            description = "Column of the user id: a header name, or a number counted from 1.",
            byDefault = Param.OPTIONAL)
        String user,
    @Param(
            description = "Column of the item id: a header name, or a number counted from 1.",
            byDefault = Param.OPTIONAL)
        String item,
    @Param(
            description = "Column of the rating: a header name, a number counted from 1, or none.",
            byDefault = Param.OPTIONAL)
        String rating,
    @Param(
            description =
                "Column of the timestamp: a header name, a number counted from 1, or none.",
            byDefault = Param.OPTIONAL)
        String timestamp) {
  /** Nothing is said about any column. */
  public static final Columns DEFAULT = new Columns(null, null, null, null);

  boolean isDefault() {
    return equals(DEFAULT);
  }
}
