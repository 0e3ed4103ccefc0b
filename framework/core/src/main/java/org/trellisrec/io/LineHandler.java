package org.trellisrec.io;

/** Takes in one line, which is not blank, without its line end. */
interface LineHandler {
  /**
   * Adds the rows of the line to a parser, all or none.
   *
   * @throws MalformedRow if the line cannot be understood
   */
  void line(byte[] data, int from, int to) throws MalformedRow;
}
