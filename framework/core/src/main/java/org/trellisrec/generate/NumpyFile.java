package org.trellisrec.generate;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import org.trellisrec.data.Modality;

/** Writes NumPy's format, version 1.0: a matrix of little-endian 32-bit floats in row order. */
public final class NumpyFile {
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};
  private static final int ALIGNMENT = 64;

  private NumpyFile() {}

  /** The vectors that are present, in the order of the entities. */
  public static void write(Path file, Modality.Dense dense) throws IOException {
    long rows = Arrays.stream(dense.vectors()).filter(Objects::nonNull).count();
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      out.write(header(rows, dense.length()));
      ByteBuffer row =
          ByteBuffer.allocate(Float.BYTES * dense.length()).order(ByteOrder.LITTLE_ENDIAN);
      for (float[] vector : dense.vectors()) {
        if (vector != null) {
          row.asFloatBuffer().put(vector);
          out.write(row.array());
        }
      }
    }
  }

  private static byte[] header(long rows, int columns) {
    String dictionary =
        "{'descr': '<f4', 'fortran_order': False, 'shape': (%d, %d), }".formatted(rows, columns);
    int length = MAGIC.length + 2 + dictionary.length() + 1;
    int padding = (ALIGNMENT - length % ALIGNMENT) % ALIGNMENT;
    String text = dictionary + " ".repeat(padding) + "\n";
    return ByteBuffer.allocate(length + padding)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(MAGIC)
        .putShort((short) text.length())
        .put(text.getBytes(StandardCharsets.US_ASCII))
        .array();
  }
}
