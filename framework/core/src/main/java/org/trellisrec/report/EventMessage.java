package org.trellisrec.report;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * The few fields of TensorFlow's protocol buffer {@code Event} that scalars need: {@code wall_time}
 * (1), {@code step} (2), {@code file_version} (3) and {@code summary} (5), whose {@code value}s (1)
 * have a {@code tag} (1) and a {@code simple_value} (2).
 */
final class EventMessage {
  private static final int VARINT = 0;
  private static final int FIXED64 = 1;
  private static final int BYTES = 2;
  private static final int FIXED32 = 5;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private EventMessage() {}

  /** The first event of a file. */
  static byte[] version(double seconds, String format) {
    EventMessage event = new EventMessage().real(1, seconds);
    return event.bytes(3, format.getBytes(StandardCharsets.UTF_8)).out.toByteArray();
  }

  /** An event with values by tag. */
  static byte[] scalars(double seconds, long step, Map<String, Double> values) {
    EventMessage summary = new EventMessage();
    values.forEach((tag, value) -> summary.bytes(1, scalar(tag, value)));
    EventMessage event = new EventMessage().real(1, seconds).whole(2, step);
    return event.bytes(5, summary.out.toByteArray()).out.toByteArray();
  }

  private static byte[] scalar(String tag, double value) {
    EventMessage scalar = new EventMessage().bytes(1, tag.getBytes(StandardCharsets.UTF_8));
    scalar.key(2, FIXED32);
    scalar.out.writeBytes(little(Float.BYTES).putFloat((float) value).array());
    return scalar.out.toByteArray();
  }

  private EventMessage real(int field, double value) {
    key(field, FIXED64);
    out.writeBytes(little(Double.BYTES).putDouble(value).array());
    return this;
  }

  private EventMessage whole(int field, long value) {
    key(field, VARINT);
    varint(value);
    return this;
  }

  private EventMessage bytes(int field, byte[] content) {
    key(field, BYTES);
    varint(content.length);
    out.writeBytes(content);
    return this;
  }

  private void key(int field, int type) {
    varint(((long) field << 3) | type);
  }

  private void varint(long value) {
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      out.write((int) ((rest & 0x7F) | 0x80));
      rest >>>= 7;
    }
    out.write((int) rest);
  }

  private static ByteBuffer little(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
