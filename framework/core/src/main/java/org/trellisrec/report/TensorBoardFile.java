package org.trellisrec.report;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.zip.CRC32C;

/**
 * An event file that TensorBoard reads: TFRecords (length, CRC of the length, data, CRC of the
 * data; little endian, CRC-32C masked as TensorFlow does) of {@code Event} messages with scalar
 * summaries.
 */
public final class TensorBoardFile {
  private static final String NAME = "events.out.tfevents.trellisrec";
  private static final String FORMAT = "brain.Event:2";
  private static final int MASK_DELTA = 0xa282ead8;
  private static final int FRAME = Long.BYTES + 2 * Integer.BYTES;

  private final Path file;

  private TensorBoardFile(Path file) {
    this.file = file;
  }

  /**
   * Starts a file in a folder, in place of the one that is there.
   *
   * @param seconds since 1970
   */
  public static TensorBoardFile begin(Path folder, double seconds) throws IOException {
    Files.createDirectories(folder);
    Path file = folder.resolve(NAME);
    Files.write(file, record(EventMessage.version(seconds, FORMAT)));
    return new TensorBoardFile(file);
  }

  /**
   * Adds values of one step.
   *
   * @param seconds since 1970
   * @param step the epoch
   * @param values by tag, such as {@code loss}
   */
  public void add(double seconds, long step, Map<String, Double> values) throws IOException {
    byte[] event = EventMessage.scalars(seconds, step, values);
    Files.write(file, record(event), StandardOpenOption.APPEND);
  }

  private static byte[] record(byte[] data) {
    ByteBuffer record =
        ByteBuffer.allocate(FRAME + data.length)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putLong(data.length);
    record.putInt(maskedCrc(record.array(), Long.BYTES));
    record.put(data).putInt(maskedCrc(data, data.length));
    return record.array();
  }

  private static int maskedCrc(byte[] bytes, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, 0, length);
    return Integer.rotateRight((int) crc.getValue(), 15) + MASK_DELTA;
  }
}
