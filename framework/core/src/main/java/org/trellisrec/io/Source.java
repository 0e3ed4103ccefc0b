package org.trellisrec.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.trellisrec.input.InputFile;

/**
 * The bytes of a file, unzipped if they are gzip, without byte-order mark, dealt out in chunks of
 * whole lines to several threads.
 */
final class Source implements AutoCloseable {
  private final Path file;
  private final int chunkSize;
  private final InputStream in;
  private final List<String> oddities = new ArrayList<>();
  private byte[] carry = new byte[0];
  private int chunks;
  private int peekedLines;
  private boolean peekedReturn;
  private boolean ended;
  private boolean stopped;

  Source(Path file, int chunkSize) {
    this.file = file;
    this.chunkSize = chunkSize;
    this.in = InputFile.open(file, oddities::add);
  }

  /** What is unusual about the file as a whole. */
  List<String> oddities() {
    return List.copyOf(oddities);
  }

  /** True if the line peeked at ends in a carriage return. */
  boolean peekedReturn() {
    return peekedReturn;
  }

  /** The first line that is not blank, or null if there is none; it is not consumed. */
  String peek(Charset charset) {
    int from = 0;
    peekedLines = 0;
    while (true) {
      int end = indexOf(carry, carry.length, from);
      if (end < 0 && !ended) {
        from = 0;
        peekedLines = 0;
        readMore(Math.max(chunkSize, carry.length));
        continue;
      }
      int stop = end < 0 ? carry.length : end;
      String line = new String(carry, from, stop - from, charset).stripTrailing();
      if (!line.isEmpty() || end < 0) {
        return line.isEmpty() ? null : untrimmed(from, stop, charset);
      }
      from = end + 1;
      peekedLines++;
    }
  }

  /** Passes over the line peeked at and the blank ones before it; returns their number. */
  int skipPeeked() {
    int from = 0;
    for (int line = 0; line <= peekedLines; line++) {
      int end = indexOf(carry, carry.length, from);
      from = end < 0 ? carry.length : end + 1;
    }
    carry = Arrays.copyOfRange(carry, from, carry.length);
    return peekedLines + 1;
  }

  /** Fills {@code chunk} with the next whole lines; false at the end, or once stopped. */
  synchronized boolean next(Chunk chunk) {
    if (stopped) {
      return false;
    }
    int size = carry.length;
    reserve(chunk, Math.max(size, chunkSize));
    System.arraycopy(carry, 0, chunk.data, 0, size);
    int lineEnd = lastIndexOf(chunk.data, size);
    while (!ended && (size < chunkSize || lineEnd < 0)) {
      reserve(chunk, size + chunkSize);
      size += read(chunk.data, size, chunkSize);
      lineEnd = lastIndexOf(chunk.data, size);
    }
    if (ended && lineEnd != size - 1) {
      chunk.data[size] = '\n';
      lineEnd = size++;
    }
    carry = Arrays.copyOfRange(chunk.data, lineEnd + 1, size);
    chunk.length = lineEnd + 1;
    chunk.sequence = chunks++;
    return chunk.length > 0;
  }

  /** No more chunks are dealt out. */
  synchronized void stop() {
    stopped = true;
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      throw InputFile.failure(file, e);
    }
  }

  private String untrimmed(int from, int to, Charset charset) {
    peekedReturn = to > from && carry[to - 1] == '\r';
    int end = peekedReturn ? to - 1 : to;
    return new String(carry, from, end - from, charset);
  }

  private void readMore(int count) {
    byte[] more = Arrays.copyOf(carry, carry.length + count);
    carry = Arrays.copyOf(more, carry.length + read(more, carry.length, count));
  }

  private int read(byte[] target, int at, int count) {
    try {
      int read = in.readNBytes(target, at, count);
      ended = read < count;
      return read;
    } catch (IOException e) {
      throw InputFile.failure(file, e);
    }
  }

  private static void reserve(Chunk chunk, int size) {
    if (chunk.data.length < size + IdTable.SLACK + 1) {
      chunk.data = Arrays.copyOf(chunk.data, 2 * size + IdTable.SLACK + 1);
    }
  }

  private static int indexOf(byte[] data, int length, int from) {
    for (int i = from; i < length; i++) {
      if (data[i] == '\n') {
        return i;
      }
    }
    return -1;
  }

  private static int lastIndexOf(byte[] data, int length) {
    int i = length - 1;
    while (i >= 0 && data[i] != '\n') {
      i--;
    }
    return i;
  }
}
