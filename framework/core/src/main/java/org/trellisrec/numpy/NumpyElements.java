package org.trellisrec.numpy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.trellisrec.spi.InputException;

/** The elements of an array in NumPy's format (versions 1 to 3), read once from first to last. */
final class NumpyElements {
  private static final Set<String> SIGNED = Set.of("i8", "i4", "i2", "i1");
  private static final Set<String> UNSIGNED = Set.of("u8", "u4", "u2", "u1");
  private static final int BLOCK = 1 << 16;
  private static final int CODE_POINT_BYTES = 4;
  private static final int HALF_FRACTION_BITS = 10;

  /** The exponent of infinities and NaN. */
  private static final int HALF_SPECIAL = 31;

  /** The exponent at which the last place of the fraction counts 1. */
  private static final int HALF_UNIT = 25;

  private final String where;
  private final NumpyHeader header;
  private final InputStream in;
  private final ByteBuffer block;
  private long bytesRead;

  private NumpyElements(String where, NumpyHeader header, InputStream in) {
    this.where = where;
    this.header = header;
    this.in = in;
    int size = Math.max(1, header.elementBytes());
    this.block =
        ByteBuffer.allocate(Math.max(1, BLOCK / size) * size)
            .order(header.bigEndian() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN)
            .limit(0);
  }

  /**
   * Reads what stands before the elements.
   *
   * @param where how messages call the array
   * @throws InputException if it holds what cannot be read
   */
  static NumpyElements of(String where, InputStream in) throws IOException {
    NumpyHeader header = NumpyHeader.read(where, in);
    if (header.type().startsWith("O")) {
      throw new InputException(
          "%s holds Python objects; save numbers with astype('float32') and ids with astype(str)",
          where);
    }
    return new NumpyElements(where, header, in);
  }

  /** The rows of a matrix; an array of one dimension is a matrix of one column. */
  float[][] rows() throws IOException {
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
    ToDoubleFunction<ByteBuffer> numbers = numbers();
    requireRoom(shape[0], columns);
    float[][] rows = new float[shape[0]][columns];
    if (header.fortran()) {
      for (int column = 0; column < columns; column++) {
        for (float[] row : rows) {
          row[column] = (float) numbers.applyAsDouble(next());
        }
      }
    } else {
      for (float[] row : rows) {
        for (int column = 0; column < columns; column++) {
          row[column] = (float) numbers.applyAsDouble(next());
        }
      }
    }
    requireEnd();
    return rows;
  }

  private void requireRoom(long rows, long columns) {
    long bytes = rows * (Float.BYTES * columns + Long.BYTES);
    long most = Runtime.getRuntime().maxMemory();
    if (bytes > most) {
      throw new InputException(
          "%s has the shape %s, which takes %d MiB as 32-bit floats, but the heap may grow to %d MiB;"
              + " allow more with TRELLISREC_JAVA_OPTS=-Xmx..., or save fewer rows or columns",
          where, Arrays.toString(header.shape()), bytes >> 20, most >> 20);
    }
  }

  /** The elements of an array of one dimension as ids: texts, or whole numbers. */
  List<String> ids() throws IOException {
    if (header.shape().length != 1) {
      throw new InputException(
          "%s has the shape %s, but a list of ids is expected",
          where, Arrays.toString(header.shape()));
    }
    boolean whole = SIGNED.contains(header.type()) || UNSIGNED.contains(header.type());
    if (!whole && !header.isText()) {
      throw new InputException(
          "%s has elements of type %s, but ids are texts or whole numbers; save them with astype(str)",
          where, header.type());
    }
    List<String> ids = new ArrayList<>();
    for (long at = 0; at < header.elements(); at++) {
      ids.add(header.isText() ? text() : digits());
    }
    requireEnd();
    return ids;
  }

  /** How the bytes of an element are read as a number. */
  private ToDoubleFunction<ByteBuffer> numbers() {
    return switch (header.type()) {
      case "f8" -> ByteBuffer::getDouble;
      case "f4" -> ByteBuffer::getFloat;
      case "f2" -> next -> half(next.getShort());
      case "u8" -> next -> unsigned(next.getLong());
      case "i8", "i4", "u4", "i2", "u2", "i1", "u1", "b1" -> this::whole;
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

  private static double unsigned(long bits) {
    return bits < 0 ? bits + 0x1p64 : bits;
  }

  private long whole(ByteBuffer next) {
    return switch (header.type()) {
      case "i8", "u8" -> next.getLong();
      case "i4" -> next.getInt();
      case "u4" -> Integer.toUnsignedLong(next.getInt());
      case "i2" -> next.getShort();
      case "u2" -> Short.toUnsignedInt(next.getShort());
      case "i1" -> next.get();
      default -> Byte.toUnsignedInt(next.get());
    };
  }

  private String digits() throws IOException {
    long bits = whole(next());
    return SIGNED.contains(header.type()) ? Long.toString(bits) : Long.toUnsignedString(bits);
  }

  private String text() throws IOException {
    boolean bytewise = header.type().startsWith("S");
    byte[] bytes = new byte[header.elementBytes()];
    next().get(bytes);
    Charset charset =
        bytewise
            ? StandardCharsets.UTF_8
            : Charset.forName(header.bigEndian() ? "UTF-32BE" : "UTF-32LE");
    int end = bytes.length;
    int step = bytewise ? 1 : CODE_POINT_BYTES;
    while (end > 0 && isZero(bytes, end - step, end)) {
      end -= step;
    }
    return new String(bytes, 0, end, charset);
  }

  private static boolean isZero(byte[] bytes, int from, int to) {
    return IntStream.range(from, to).allMatch(i -> bytes[i] == 0);
  }

  /** The block, which holds the whole of the next element. */
  private ByteBuffer next() throws IOException {
    if (block.remaining() < header.elementBytes()) {
      int read = in.readNBytes(block.array(), 0, block.capacity());
      bytesRead += read;
      block.position(0).limit(read);
      if (read < header.elementBytes()) {
        throw wrongLength("truncated", bytesRead);
      }
    }
    return block;
  }

  private void requireEnd() throws IOException {
    long more = block.remaining() + in.transferTo(OutputStream.nullOutputStream());
    if (more > 0) {
      throw wrongLength("too long", header.bytes() + more);
    }
  }

  private InputException wrongLength(String how, long found) {
    return new InputException(
        "%s is %s: %d bytes of elements, but %s of type %s take %d",
        where, how, found, Arrays.toString(header.shape()), header.type(), header.bytes());
  }
}
