package org.trellisrec.io;

import java.nio.charset.Charset;
import org.trellisrec.input.Excerpt;

/** Runs over the lines of a chunk. Each worker has one of its own. */
final class ChunkParser {
  private final RowParser rows;
  private final LineHandler handler;
  private final OnMalformed onMalformed;
  private final Charset charset;
  private long blank;
  private long rowless;
  private long returns;
  private long skipped;
  private Fault fault;

  ChunkParser(RowParser rows, LineHandler handler, OnMalformed onMalformed, Charset charset) {
    this.rows = rows;
    this.handler = handler;
    this.onMalformed = onMalformed;
    this.charset = charset;
  }

  /** Parses every line, or up to the first that stops reading. */
  Parsed parse(Chunk chunk) {
    blank = 0;
    rowless = 0;
    returns = 0;
    skipped = 0;
    fault = null;
    long lines = 0;
    boolean quoted = false;
    byte[] data = chunk.data;
    for (int from = 0; from < chunk.length && !stopped() && !quoted; lines++) {
      int end = from;
      while (data[end] != '\n') {
        end++;
      }
      boolean returned = end > from && data[end - 1] == '\r';
      returns += returned ? 1 : 0;
      try {
        line(data, from, returned ? end - 1 : end, lines);
      } catch (QuoteFound e) {
        quoted = true;
      }
      from = end + 1;
    }
    return new Parsed(rows.take(), lines, blank, rowless, returns, skipped, fault, quoted);
  }

  private boolean stopped() {
    return fault != null && onMalformed == OnMalformed.ERROR;
  }

  private void line(byte[] data, int from, int to, long number) {
    if (isBlank(data, from, to)) {
      blank++;
      return;
    }
    int before = rows.size();
    try {
      handler.line(data, from, to);
      rowless += rows.size() == before ? 1 : 0;
    } catch (MalformedRow e) {
      rows.cut(before);
      skipped++;
      if (fault == null) {
        String text = new String(data, from, to - from, charset);
        fault = e.at(number, Excerpt.of(text));
      }
    }
  }

  private static boolean isBlank(byte[] data, int from, int to) {
    for (int i = from; i < to; i++) {
      if (data[i] != ' ' && data[i] != '\t') {
        return false;
      }
    }
    return true;
  }
}
