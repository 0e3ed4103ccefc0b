package org.trellisrec.io;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.IoReason;

/**
 * The bytes of a file, unzipped if they are gzip, without byte-order mark, dealt out in chunks of
 * whole lines to several threads.
 */
final class Source implements AutoCloseable {
  private static final int GZIP_BUFFER = 1 << 16;
  private static final int HEAD = 3;

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
    this.in = open(file, oddities::add);
  }

  /** The content of a file. */
  static InputStream open(Path file) {
    return open(file, oddity -> {});
  }

  /** The content of a file; {@code oddities} is told, in words, what is unusual about it. */
  static InputStream open(Path file, Consumer<String> oddities) {
    if (Files.isDirectory(file)) {
      throw new InputException("%s is a folder, but a file is expected", file);
    }
    try {
      InputStream raw = Files.newInputStream(file);
      try {
        return skipMark(file, unzip(file, raw, oddities), oddities);
      } catch (IOException | RuntimeException e) {
        raw.close();
        throw e;
      }
    } catch (IOException e) {
      throw failure(file, e);
    }
  }

  static InputException failure(Path file, IOException e) {
    if (e instanceof NoSuchFileException) {
      return new InputException("the file %s does not exist", file);
    }
    if (e instanceof EOFException) {
      return new InputException("%s is truncated: its gzip stream ends too early", file);
    }
    if (e instanceof ZipException) {
      return new InputException("%s is damaged: %s", file, e.getMessage());
    }
    return new InputException("%s cannot be read: %s", file, IoReason.of(e));
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
      throw failure(file, e);
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
      throw failure(file, e);
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

  private static InputStream unzip(Path file, InputStream raw, Consumer<String> oddities)
      throws IOException {
    byte[] head = raw.readNBytes(2);
    InputStream whole = new SequenceInputStream(new ByteArrayInputStream(head), raw);
    boolean gzip = head.length == 2 && (head[0] & 0xFF) == 0x1F && (head[1] & 0xFF) == 0x8B;
    if (!gzip && file.toString().toLowerCase(Locale.ROOT).endsWith(".gz")) {
      oddities.accept("the name ends in .gz, but the content is not compressed; read as it is");
    }
    return gzip ? new GZIPInputStream(whole, GZIP_BUFFER) : whole;
  }

  private static InputStream skipMark(Path file, InputStream in, Consumer<String> oddities)
      throws IOException {
    byte[] head = in.readNBytes(HEAD);
    int first = head.length > 0 ? head[0] & 0xFF : 0;
    int second = head.length > 1 ? head[1] & 0xFF : 0;
    if ((first == 0xFF && second == 0xFE) || (first == 0xFE && second == 0xFF)) {
      throw new InputException(
          "%s is written in UTF-16; convert it to UTF-8, for instance with iconv -f utf-16 -t utf-8",
          file);
    }
    boolean mark =
        head.length == HEAD && first == 0xEF && second == 0xBB && (head[2] & 0xFF) == 0xBF;
    if (mark) {
      oddities.accept("removed byte-order marks: 1");
    }
    return mark ? in : new SequenceInputStream(new ByteArrayInputStream(head), in);
  }
}
