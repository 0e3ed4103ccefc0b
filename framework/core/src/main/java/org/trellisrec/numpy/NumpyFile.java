package org.trellisrec.numpy;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.trellisrec.input.InputFile;
import org.trellisrec.spi.InputException;

/**
 * Files in NumPy's format: {@code .npy}, which holds an array, and {@code .npz}, an archive of
 * such.
 */
public final class NumpyFile {
  private static final String EXTENSION = ".npy";
  private static final byte[] VERSION = {1, 0};
  private static final int ALIGNMENT = 64;

  private NumpyFile() {}

  /** What is made of an array. */
  private interface Use<T> {
    T of(NumpyElements elements) throws IOException;
  }

  /**
   * The rows of the matrix in a {@code .npy} file; an array of one dimension is one column.
   *
   * @return rows of one length
   * @throws InputException if the file is missing or damaged, no matrix of numbers, or larger than
   *     the heap
   */
  public static float[][] rows(Path file) {
    try (InputStream in = InputFile.open(file)) {
      return NumpyElements.of(file.toString(), in).rows();
    } catch (IOException e) {
      throw InputFile.failure(file, e);
    }
  }

  /**
   * The rows of a matrix in an archive, as {@link #rows(Path)} gives them.
   *
   * @param name null for the only array
   */
  public static float[][] rows(Path archive, String name) {
    return member(archive, name, NumpyElements::rows);
  }

  /**
   * A list of ids in an archive: an array of one dimension of texts or whole numbers.
   *
   * @param name null for the only array
   * @throws InputException if the archive is missing or damaged, or the array something else
   */
  public static List<String> ids(Path archive, String name) {
    return member(archive, name, NumpyElements::ids);
  }

  private static <T> T member(Path archive, String name, Use<T> use) {
    if (!Files.exists(archive)) {
      throw new InputException("the file %s does not exist", archive);
    }
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      String[] members =
          zip.stream()
              .map(ZipEntry::getName)
              .filter(n -> n.endsWith(EXTENSION))
              .toArray(String[]::new);
      String known = String.join(", ", members).replace(EXTENSION, "");
      if (name == null && members.length > 1) {
        throw new InputException(
            "%s holds %d arrays (%s); name one of them by the key 'array'",
            archive, members.length, known);
      }
      if (members.length == 0) {
        throw new InputException("%s holds no array (%s)", archive, EXTENSION);
      }
      String wanted = name == null ? members[0] : name + EXTENSION;
      ZipEntry entry = zip.getEntry(wanted);
      if (entry == null) {
        throw new InputException("%s has no array '%s'; it has %s", archive, name, known);
      }
      try (InputStream in = zip.getInputStream(entry)) {
        return use.of(NumpyElements.of(archive + " (" + wanted + ")", in));
      }
    } catch (IOException e) {
      throw InputFile.failure(archive, e);
    }
  }

  /**
   * Writes a matrix as little-endian 32-bit floats in row order.
   *
   * @param rows of one length
   * @param columns this length, which a matrix without rows has too
   */
  public static void write(Path file, List<float[]> rows, int columns) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      out.write(header(rows.size(), columns));
      ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * columns).order(ByteOrder.LITTLE_ENDIAN);
      for (float[] row : rows) {
        bytes.asFloatBuffer().put(row);
        out.write(bytes.array());
      }
    }
  }

  private static byte[] header(int rows, int columns) {
    String dictionary =
        "{'descr': '<f4', 'fortran_order': False, 'shape': (" + rows + ", " + columns + "), }";
    int before = NumpyHeader.MAGIC.length + VERSION.length + Short.BYTES;
    int length = before + dictionary.length() + 1;
    int padding = (ALIGNMENT - length % ALIGNMENT) % ALIGNMENT;
    String text = dictionary + " ".repeat(padding) + "\n";
    return ByteBuffer.allocate(length + padding)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(NumpyHeader.MAGIC)
        .put(VERSION)
        .putShort((short) text.length())
        .put(text.getBytes(StandardCharsets.US_ASCII))
        .array();
  }
}
