package org.trellisrec.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file is read back by a reader of its own, down to the polynomial of the checksum. */
class TensorBoardFileTest {
  private static final int POLYNOMIAL = 0x82F63B78;

  @TempDir Path folder;

  /** Bit by bit, from the reflected polynomial of Castagnoli. */
  private static int crc32c(byte[] bytes) {
    int crc = ~0;
    for (byte b : bytes) {
      crc ^= b & 0xFF;
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc & 1) == 1 ? (crc >>> 1) ^ POLYNOMIAL : crc >>> 1;
      }
    }
    return ~crc;
  }

  /** As crc32c.h of TensorFlow has it. */
  private static int unmask(int masked) {
    int rotated = masked - 0xa282ead8;
    return (rotated >>> 17) | (rotated << 15);
  }

  private static byte[] take(ByteBuffer in, int count) {
    byte[] bytes = new byte[count];
    in.get(bytes);
    return bytes;
  }

  private static List<byte[]> records(byte[] file) {
    ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    List<byte[]> records = new ArrayList<>();
    while (in.hasRemaining()) {
      byte[] length = take(in, 8);
      assertThat(unmask(in.getInt())).as("CRC of the length").isEqualTo(crc32c(length));
      long size = ByteBuffer.wrap(length).order(ByteOrder.LITTLE_ENDIAN).getLong();
      byte[] data = take(in, (int) size);
      assertThat(unmask(in.getInt())).as("CRC of the data").isEqualTo(crc32c(data));
      records.add(data);
    }
    return records;
  }

  private static long varint(ByteBuffer in) {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      byte b = in.get();
      value |= (long) (b & 0x7F) << shift;
      if (b >= 0) {
        return value;
      }
    }
  }

  /** The fields of a protocol buffer message by number, the last of each but for repeated ones. */
  private static Map<Integer, List<Object>> fields(byte[] message) {
    ByteBuffer in = ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN);
    Map<Integer, List<Object>> fields = new LinkedHashMap<>();
    while (in.hasRemaining()) {
      int key = (int) varint(in);
      Object value =
          switch (key & 7) {
            case 0 -> varint(in);
            case 1 -> in.getDouble();
            case 2 -> take(in, (int) varint(in));
            case 5 -> in.getFloat();
            default -> throw new AssertionError("wire type " + (key & 7));
          };
      fields.computeIfAbsent(key >>> 3, number -> new ArrayList<>()).add(value);
    }
    return fields;
  }

  private static Map<String, Float> scalars(Map<Integer, List<Object>> event) {
    Map<String, Float> scalars = new LinkedHashMap<>();
    for (Object value : fields((byte[]) event.get(5).get(0)).get(1)) {
      Map<Integer, List<Object>> scalar = fields((byte[]) value);
      String tag = new String((byte[]) scalar.get(1).get(0), StandardCharsets.UTF_8);
      scalars.put(tag, (Float) scalar.get(2).get(0));
    }
    return scalars;
  }

  private List<Map<Integer, List<Object>>> events() throws IOException {
    Path file = Folders.list(folder).get(0);
    assertThat(file.getFileName().toString()).contains("tfevents");
    return records(Files.readAllBytes(file)).stream().map(TensorBoardFileTest::fields).toList();
  }

  @Test
  void theChecksumOfTheReaderIsRight() {
    assertThat(crc32c("123456789".getBytes(StandardCharsets.US_ASCII))).isEqualTo(0xE3069283);
  }

  @Test
  void whatIsWrittenIsReadBack() throws IOException {
    TensorBoardFile file = TensorBoardFile.begin(folder, 1.5);
    Map<String, Double> values = new LinkedHashMap<>();
    values.put("train/loss", 0.75);
    values.put("validation/nDCG@10", Double.NaN);
    file.add(2.5, 1, values);
    file.add(1.7e9, 300, Map.of("größe", -1e30));

    List<Map<Integer, List<Object>>> events = events();

    assertThat(events).hasSize(3);
    assertThat(events.get(0).get(1)).containsExactly(1.5);
    assertThat(events.get(0).get(3))
        .containsExactly("brain.Event:2".getBytes(StandardCharsets.UTF_8));
    assertThat(events.get(1).get(1)).containsExactly(2.5);
    assertThat(events.get(1).get(2)).containsExactly(1L);
    assertThat(scalars(events.get(1)))
        .isEqualTo(Map.of("train/loss", 0.75f, "validation/nDCG@10", Float.NaN));
    assertThat(events.get(2).get(2)).containsExactly(300L);
    assertThat(scalars(events.get(2))).isEqualTo(Map.of("größe", -1e30f));
  }

  @Test
  void aFileThatIsBegunAgainReplacesTheOld() throws IOException {
    TensorBoardFile.begin(folder, 1).add(1, 1, Map.of("a", 1.0));
    TensorBoardFile.begin(folder, 2);
    assertThat(events()).hasSize(1);
  }
}
