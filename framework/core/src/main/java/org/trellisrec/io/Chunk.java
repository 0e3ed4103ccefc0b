package org.trellisrec.io;

/** Whole lines of a file, in a buffer that its worker uses again and again. */
final class Chunk {
  /** Line ends are {@code \n}; the last line has one too. Readable beyond {@link #length}. */
  byte[] data;

  int length;

  /** Counts the chunks of one file from 0. */
  int sequence;

  Chunk(int capacity) {
    data = new byte[capacity + IdTable.SLACK + 1];
  }
}
