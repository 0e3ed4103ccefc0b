package org.trellisrec.input;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.IoReason;

/** The bytes of a file, unzipped if they are gzip, without byte-order mark. */
public final class InputFile {
  private static final int GZIP_BUFFER = 1 << 16;
  private static final int HEAD = 3;

  private InputFile() {}

  /**
   * The content of a file.
   *
   * @throws InputException if it cannot be opened, is damaged, or written in UTF-16
   */
  public static InputStream open(Path file) {
    return open(file, oddity -> {});
  }

  /**
   * The content of a file.
   *
   * @param oddities is told, in words, what is unusual about it
   * @throws InputException if it cannot be opened, is damaged, or written in UTF-16
   */
  public static InputStream open(Path file, Consumer<String> oddities) {
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

  /** What to tell the user when {@code file} cannot be read. */
  public static InputException failure(Path file, IOException e) {
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
