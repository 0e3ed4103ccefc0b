package org.trellisrec.files;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writes files so that a reader sees the old content or the new, whatever happens in between. */
public final class AtomicFiles {
  /** Writes the content of a file. */
  @FunctionalInterface
  public interface Content {
    /** Writes all of it; the writer is closed by who opened it. */
    void writeTo(Writer out) throws IOException;
  }

  /** Writes the content of a file into a channel. */
  private interface Bytes {
    void writeTo(FileChannel channel) throws IOException;
  }

  private AtomicFiles() {}

  /** Writes text as UTF-8. */
  public static void write(Path file, String text) throws IOException {
    write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Writes bytes. */
  public static void write(Path file, byte[] content) throws IOException {
    replace(file, channel -> writeAll(channel, content));
  }

  /**
   * Writes text as UTF-8 that need not fit into memory. If the content fails, the file stays as it
   * was.
   */
  public static void write(Path file, Content content) throws IOException {
    replace(
        file,
        channel -> {
          Writer out =
              new BufferedWriter(
                  new OutputStreamWriter(
                      Channels.newOutputStream(channel), StandardCharsets.UTF_8.newEncoder()));
          content.writeTo(out);
          out.flush();
        });
  }

  /** Adds text as UTF-8 at the end of a file, and forces it to disk. */
  public static void append(Path file, String text) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.APPEND)) {
      writeAll(channel, text.getBytes(StandardCharsets.UTF_8));
      channel.force(true);
    }
  }

  /** Writes to a temporary file beside the target, forces it to disk, and renames it. */
  private static void replace(Path file, Bytes content) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Path temporary = file.resolveSibling(file.getFileName() + ".tmp");
    try (FileChannel channel =
        FileChannel.open(
            temporary,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      content.writeTo(channel);
      channel.force(true);
    }
    Files.move(
        temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static void writeAll(FileChannel channel, byte[] content) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(content);
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
  }
}
