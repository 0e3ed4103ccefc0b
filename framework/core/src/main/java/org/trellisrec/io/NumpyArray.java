package org.trellisrec.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.trellisrec.input.InputFile;
import org.trellisrec.spi.InputException;

/**
 * An array in NumPy's format (versions 1 to 3), from a file of its own or a member of an archive.
 *
 * @param where how messages call it
 * @param header element type, order and shape
 * @param data the elements
 */
record NumpyArray(String where, NumpyHeader header, ByteBuffer data) {
  private static final String EXTENSION = ".npy";
  private static final int CODE_POINT_BYTES = 4;
  private static final int HALF_FRACTION_BITS = 10;

  /** The exponent of infinities and NaN. */
  private static final int HALF_SPECIAL = 31;

  /** The exponent at which the last place of the fraction counts 1. */
  private static final int HALF_UNIT = 25;

  /** The array of a {@code .npy} file. */
  static NumpyArray read(Path file) {
    try (InputStream in = InputFile.open(file)) {
      return parse(file.toString(), in.readAllBytes());
    } catch (IOException e) {
      throw InputFile.failure(file, e);
    }
  }

  /**
   * A member of a {@code .npz} archive.
   *
   * @param name null for the only one
   */
  static NumpyArray read(Path archive, String name) {
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
        return parse(archive + " (" + wanted + ")", in.readAllBytes());
      }
    } catch (IOException e) {
      throw InputFile.failure(archive, e);
    }
  }

  private static NumpyArray parse(String where, byte[] bytes) {
    NumpyHeader header = NumpyHeader.parse(where, bytes);
    if (header.type().startsWith("O")) {
      throw new InputException(
          "%s holds Python objects; save numbers with astype('float32') and ids with astype(str)",
          where);
    }
    ByteBuffer data =
        ByteBuffer.wrap(bytes, header.end(), bytes.length - header.end())
            .slice()
            .order(header.bigEndian() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    long expected = header.elements() * header.elementBytes();
    if (data.remaining() != expected) {
      throw new InputException(
          "%s is %s: %d bytes of elements, but %s of type %s take %d",
          where,
          data.remaining() < expected ? "truncated" : "too long",
          data.remaining(),
          Arrays.toString(header.shape()),
          header.type(),
          expected);
    }
    return new NumpyArray(where, header, data);
  }

  /** The rows of a matrix; an array of one dimension is a matrix of one column. */
  float[][] rows() {
    int[] shape = header.shape();
    if (shape.length != 1 && shape.length != 2) {
      throw new InputException(
          "%s has the shape %s, but a matrix with one row per entity is expected",
          where, Arrays.toString(shape));
    }
    int columns = shape.length == 1 ? 1 : shape[1];
    if (columns == 0) {
      throw new InputException(
          "%s has the shape %s: its rows hold no numbers", where, Arrays.toString(shape));
    }
    float[][] rows = new float[shape[0]][columns];
    for (int row = 0; row < rows.length; row++) {
      for (int column = 0; column < columns; column++) {
        int at = header.fortran() ? column * rows.length + row : row * columns + column;
        rows[row][column] = (float) number(at);
      }
    }
    return rows;
  }

  private double number(int at) {
    return switch (header.type()) {
      case "f8" -> data.getDouble(at * Double.BYTES);
      case "f4" -> data.getFloat(at * Float.BYTES);
      case "f2" -> half(data.getShort(at * Short.BYTES));
      case "i8", "u8", "i4", "u4", "i2", "u2", "i1", "u1", "b1" -> whole(at);
      default ->
          throw new InputException(
              "%s has elements of type %s, but a matrix of numbers is expected; %s",
              where,
              header.type(),
              header.isText()
                  ? "write labels or texts to a delimited file, and read it with strategy: delimited"
                  : "save it with astype('float32')");
    };
  }

  /** A number of IEEE 754's binary16. */
  private static double half(short bits) {
    int exponent = bits >> HALF_FRACTION_BITS & HALF_SPECIAL;
    int fraction = bits & ((1 << HALF_FRACTION_BITS) - 1);
    double size;
    if (exponent == HALF_SPECIAL) {
      size = fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
    } else {
      int implied = exponent == 0 ? 0 : 1 << HALF_FRACTION_BITS;
      size = Math.scalb((double) (implied + fraction), Math.max(1, exponent) - HALF_UNIT);
    }
    return bits < 0 ? -size : size;
  }

  private long whole(int at) {
    return switch (header.type()) {
      case "i8", "u8" -> data.getLong(at * Long.BYTES);
      case "i4" -> data.getInt(at * Integer.BYTES);
      case "u4" -> Integer.toUnsignedLong(data.getInt(at * Integer.BYTES));
      case "i2" -> data.getShort(at * Short.BYTES);
      case "u2" -> Short.toUnsignedInt(data.getShort(at * Short.BYTES));
      case "i1" -> data.get(at);
      default -> Byte.toUnsignedInt(data.get(at));
    };
  }

  /** The elements of an array of one dimension as ids: texts, or whole numbers. */
  String[] ids() {
    if (header.shape().length != 1) {
      throw new InputException(
          "%s has the shape %s, but a list of ids is expected",
          where, Arrays.toString(header.shape()));
    }
    char kind = header.type().charAt(0);
    if (kind == 'f') {
      throw new InputException(
          "%s has elements of type %s, but ids are texts or whole numbers", where, header.type());
    }
    return IntStream.range(0, header.shape()[0])
        .mapToObj(at -> kind == 'U' || kind == 'S' ? text(at, kind) : Long.toString(whole(at)))
        .toArray(String[]::new);
  }

  private String text(int at, char kind) {
    byte[] bytes = new byte[header.elementBytes()];
    data.get(at * bytes.length, bytes);
    Charset charset =
        kind == 'S'
            ? StandardCharsets.UTF_8
            : Charset.forName(header.bigEndian() ? "UTF-32BE" : "UTF-32LE");
    int end = bytes.length;
    int step = kind == 'S' ? 1 : CODE_POINT_BYTES;
    while (end > 0 && isZero(bytes, end - step, end)) {
      end -= step;
    }
    return new String(bytes, 0, end, charset);
  }

  private static boolean isZero(byte[] bytes, int from, int to) {
    return IntStream.range(from, to).allMatch(i -> bytes[i] == 0);
  }
}
